import { Status } from "#app/components/status.tsx";
import { useWords } from "#app/messages/speech.ts";

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
  const { decisions: said, requestStatus } = useWords().portal;
  if (decision === "declined") return <Status tone="lapsed" word={requestStatus.declined} />;
  if (decision === null) return <Status tone="pending" word={requestStatus.pending} />;
  const under = ndaNumber === null ? said.noNda : said.underNda(ndaNumber);
  return <Status tone="current" word={requestStatus.approved} detail={days ? said.forDays(days, under) : null} />;
}
