import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form } from "#app/components/form.tsx";
import { Status } from "#app/components/status.tsx";
import { DateTime } from "#app/components/time.tsx";

export type JobRow = {
  id: string;
  name: string;
  state: "queued" | "running" | "done" | "dead";
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  runAt: string;
};

const columns = [
  { key: "name", label: "Job" },
  { key: "state", label: "State" },
  { key: "tries", label: "Tries" },
  { key: "next", label: "Next try" },
  { key: "act", label: "Act", hidden: true },
];

export function JobTable({ jobs }: { jobs: JobRow[] }) {
  if (jobs.length === 0)
    return <EmptyState title="No job is waiting">Everything that was queued has been done.</EmptyState>;
  return (
    <DataTable caption="Unfinished jobs" columns={columns}>
      {jobs.map((job) => (
        <tr key={job.id}>
          <RowHead detail={job.lastError ?? undefined}>{job.name}</RowHead>
          <Cell label="State">
            {job.state === "dead" ? (
              <Status tone="lapsed" word="Given up" />
            ) : (
              <Status tone="pending" word={job.state === "running" ? "Running" : "Queued"} />
            )}
          </Cell>
          <Cell label="Tries">
            {job.attempts} of {job.maxAttempts}
          </Cell>
          <Cell label="Next try">{job.state === "dead" ? "none" : <DateTime date={job.runAt} />}</Cell>
          <Cell>
            {job.state === "dead" && (
              <Form action={`/staff/jobs/${job.id}/retry`}>
                <Button size="small">Try again</Button>
              </Form>
            )}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
