import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Id } from "#app/components/mono.tsx";
import { Note } from "#app/components/note.tsx";
import { countOf, formatCount } from "#app/components/numbers.ts";
import { DateTime } from "#app/components/time.tsx";
import { chanceInWords, type IssuedCopy, namedIn, type TraceReport } from "../trace-report.ts";

type Holder = Omit<IssuedCopy, "issuedAt"> & { issuedAt: Date | string };

export interface TraceReportViewProps {
  report: TraceReport;
  copies: Holder[];
}

/** What was found: who is named and by what, what the file only says, and what was looked at. */
export function TraceReportView({ report, copies }: TraceReportViewProps) {
  const named = namedIn(report);
  const hearsay = report.says.filter(({ copyId }) => !named.includes(copyId));
  return (
    <>
      {named.length === 0 ? <NoFinding report={report} /> : <Finding report={report} copies={copies} named={named} />}
      {hearsay.length > 0 && <Hearsay says={hearsay} copies={copies} />}
      <LookedAt report={report} />
    </>
  );
}

function Finding({ report, copies, named }: TraceReportViewProps & { named: string[] }) {
  return (
    <>
      <Note
        tone="observation"
        title={named.length === 1 ? `This comes from copy ${named[0]}` : `This comes from ${named.length} copies`}
      >
        {named.length > 1 && "Their marks are mixed in it: each of these copies took part. "}
        It says whose copy this was made from, not who passed it on: a file can be stolen from the person who was given
        it.
      </Note>
      <CopyTable caption="Copies that are named" copies={copies.filter(({ copyId }) => named.includes(copyId))}>
        {(copyId) => <Marks report={report} copyId={copyId} />}
      </CopyTable>
    </>
  );
}

const markNames = { lines: "Positions of its lines", dots: "Pattern of its dots" };
const saidBy = { "copy-id": "Copy id in the file", "secret-tag": "Secret tag in the file" };

function Marks({ report, copyId }: { report: TraceReport; copyId: string }) {
  const of = <Mark extends { copyId: string }>(marks: Mark[]) => marks.filter((mark) => mark.copyId === copyId);
  return (
    <ul>
      {report.exact.includes(copyId) && <li>The very file that was given out, byte for byte</li>}
      {of(report.shows).map(({ mark, chance }) => (
        <li key={mark}>
          {markNames[mark]}: the chance of a wrong name is {chanceInWords(chance)}
        </li>
      ))}
      {of(report.says).map(({ by }) => (
        <li key={by}>{saidBy[by]} (says so, proves nothing)</li>
      ))}
    </ul>
  );
}

function Hearsay({ says, copies }: { says: TraceReport["says"]; copies: Holder[] }) {
  return (
    <>
      <Note tone="pending" title="What the file only says">
        Ids and tags can be copied into any file by someone who has seen them. They are a hint where to look, no more.
      </Note>
      <CopyTable
        caption="Copies that the file speaks of"
        copies={copies.filter(({ copyId }) => says.some((one) => one.copyId === copyId))}
      >
        {(copyId) =>
          says
            .filter((one) => one.copyId === copyId)
            .map(({ by }) => saidBy[by])
            .join(", ")
        }
      </CopyTable>
    </>
  );
}

export function CopyTable(props: {
  caption: string;
  copies: Holder[];
  children?: (copyId: string) => React.ReactNode;
}) {
  return (
    <DataTable
      caption={props.caption}
      columns={[
        { key: "holder", label: "Given to" },
        { key: "document", label: "Document" },
        { key: "when", label: "When" },
        { key: "copy", label: "Copy" },
        ...(props.children ? [{ key: "why", label: "Known by" }] : []),
      ]}
    >
      {props.copies.map((copy) => (
        <tr key={copy.copyId}>
          <RowHead detail={`${copy.email}${copy.company ? `, ${copy.company}` : ", staff"}`}>{copy.name}</RowHead>
          <Cell label="Document">
            <Link to={`/staff/documents/${copy.documentId}`}>{copy.title}</Link>, version {copy.version}
          </Cell>
          <Cell label="When">
            <DateTime date={copy.issuedAt} />
          </Cell>
          <Cell label="Copy">
            <Id>{copy.copyId}</Id>
          </Cell>
          {props.children && (
            <Cell label="Known by" whole>
              {props.children(copy.copyId)}
            </Cell>
          )}
        </tr>
      ))}
    </DataTable>
  );
}

function NoFinding({ report }: { report: TraceReport }) {
  return (
    <Note title="No finding">
      {report.pages === null
        ? "The file could not be opened, and no copy with exactly these bytes was given out."
        : "No copy fits so well that a wrong name could be ruled out. Nobody is named below that certainty."}{" "}
      Retyped text, photographs, prints and files that somebody cleaned by hand show no marks.
    </Note>
  );
}

function LookedAt({ report }: { report: TraceReport }) {
  return (
    <Facts>
      <Fact term="Compared with">
        {report.originals.length === 0 && "No original"}
        {report.originals.map(({ title, version, pagesSeen, pagesMatched }) => (
          <p key={`${title} ${version}`}>
            {title}, version {version}: {pagesMatched} of {countOf(pagesSeen, "page")} looked at{" "}
            {pagesMatched === 1 ? "is" : "are"} pages of it
          </p>
        ))}
        {report.notCompared > 0 && <p>{countOf(report.notCompared, "further original")} not compared</p>}
      </Fact>
      <Fact term="Certainty">
        Held against {formatCount(report.comparisons)} code words. A copy is named from an agreement of{" "}
        {report.threshold.toFixed(2)} on, where a wrong name has a chance of 1 in 1,000,000 for any file whatever.
      </Fact>
      {report.closedKeys > 0 && (
        <Fact term="Not held against">
          {countOf(report.closedKeys, "copy", "copies")}, whose key was sealed under another SECRET_KEY
        </Fact>
      )}
    </Facts>
  );
}
