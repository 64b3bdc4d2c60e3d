import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { DateText } from "#app/components/time.tsx";
import { topicNames } from "#app/domain/trust-page/updates.ts";
import type { UpdateTopic } from "#db/schema/trust-page.ts";

type Row = { id: string; email: string; topics: UpdateTopic[]; confirmedAt: string };

const columns = [
  { key: "email", label: "Address" },
  { key: "topics", label: "Topics" },
  { key: "since", label: "Confirmed" },
  { key: "remove", label: "Remove", hidden: true },
];

export function SubscriberTable({ subscribers }: { subscribers: Row[] }) {
  return (
    <DataTable caption="Subscribers" columns={columns}>
      {subscribers.map(({ id, email, topics, confirmedAt }) => (
        <tr key={id}>
          <RowHead>{email}</RowHead>
          <Cell label="Topics">{topics.map((topic) => topicNames[topic]).join(", ")}</Cell>
          <Cell label="Confirmed">
            <DateText date={confirmedAt} />
          </Cell>
          <Cell label="Remove">
            <Link to={`/staff/subscribers/${id}/removal`}>
              Remove<span className="sr-only"> {email}</span>
            </Link>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
