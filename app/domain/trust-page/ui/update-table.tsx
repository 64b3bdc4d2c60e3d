import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Status, Tag } from "#app/components/status.tsx";
import { DateTime } from "#app/components/time.tsx";
import type { UpdateTopic } from "#db/schema/trust-page.ts";
import { topicNames } from "#app/domain/trust-page/updates.ts";

type Row = { id: string; topic: UpdateTopic; title: string; publishedAt: string | null };

const columns = [
  { key: "title", label: "Update" },
  { key: "topic", label: "Topic" },
  { key: "state", label: "State" },
];

export function UpdateTable({ updates, mayEdit }: { updates: Row[]; mayEdit: boolean }) {
  return (
    <DataTable caption="Updates" columns={columns}>
      {updates.map(({ id, topic, title, publishedAt }) => (
        <tr key={id}>
          <RowHead>{mayEdit ? <Link to={`/staff/updates/${id}`}>{title}</Link> : title}</RowHead>
          <Cell label="Topic">
            <Tag>{topicNames[topic]}</Tag>
          </Cell>
          <Cell label="State">
            {publishedAt ? (
              <Status tone="current" word="Published" detail={<DateTime date={publishedAt} />} />
            ) : (
              <Status tone="prep" word="Draft" />
            )}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
