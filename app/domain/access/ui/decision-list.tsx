import { countOf } from "#app/components/numbers.ts";
import { Status } from "#app/components/status.tsx";

export type DecidedDocument = {
  id: string;
  title: string;
  description: string;
  audience: "public" | "on-request" | "nda" | "internal";
  decision: "approved" | "declined" | null;
  days: number | null;
  ndaNumber: number | null;
};

/** Each document with what was decided. A decline has a line of its own, as an approval has. */
export function DecisionList({ documents }: { documents: DecidedDocument[] }) {
  return (
    <ul className="lines">
      {documents.map((document) => (
        <li key={document.id} className="grid gap-x-6 gap-y-1 text-sm md:grid-cols-[minmax(0,1fr)_300px]">
          <div>
            <b>{document.title}</b>
            {document.description && <p className="text-13 text-ink2">{document.description}</p>}
          </div>
          <Decision document={document} />
        </li>
      ))}
    </ul>
  );
}

function Decision({ document: { decision, days, ndaNumber } }: { document: DecidedDocument }) {
  if (decision === "declined") return <Status tone="lapsed" word="Declined" />;
  if (decision === null) return <Status tone="pending" word="Waits for a decision" />;
  const under = ndaNumber === null ? "no NDA needed" : `under NDA version ${ndaNumber}`;
  return <Status tone="current" word="Approved" detail={days ? `for ${countOf(days, "day")}, ${under}` : null} />;
}
