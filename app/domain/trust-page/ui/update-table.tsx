import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Status, Tag } from "#app/components/status.tsx";
import { DateTime } from "#app/components/time.tsx";
import type { UpdateChannel, UpdateTopic } from "#db/schema/trust-page.ts";
import { channelNames, topicNames, type UpdateState } from "#app/domain/trust-page/updates.ts";

type Row = {
  id: string;
  topic: UpdateTopic;
  title: string;
  channel: UpdateChannel;
  state: UpdateState;
  publishedAt: string | null;
};

const columns = [
  { key: "title", label: "Update" },
  { key: "topic", label: "Topic" },
  { key: "channel", label: "For" },
  { key: "state", label: "State" },
];

export function UpdateTable({ updates, mayEdit }: { updates: Row[]; mayEdit: boolean }) {
  return (
    <DataTable caption="Updates" columns={columns}>
      {updates.map(({ id, topic, title, channel, state, publishedAt }) => (
        <tr key={id}>
          <RowHead>{mayEdit ? <Link to={`/staff/updates/${id}`}>{title}</Link> : title}</RowHead>
          <Cell label="Topic">
            <Tag>{topicNames[topic]}</Tag>
          </Cell>
          <Cell label="For">{channelNames[channel]}</Cell>
          <Cell label="State">
            <UpdateStatus state={state} publishedAt={publishedAt} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function UpdateStatus({ state, publishedAt }: Pick<Row, "state" | "publishedAt">) {
  if (!publishedAt) return <Status tone="prep" word="Draft" />;
  const at = <DateTime date={publishedAt} />;
  if (state === "scheduled") return <Status tone="pending" word="Scheduled" detail={at} />;
  return <Status tone="current" word="Published" detail={at} />;
}
