import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { Fold, Folds } from "#app/components/fold.tsx";
import { Status } from "#app/components/status.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import type { FactChange } from "#app/domain/trust-page/fact-changes.ts";
import { partNames, type Part } from "#app/domain/trust-page/fact-labels.ts";
import type { StatusWords } from "#app/domain/trust-page/status-words.ts";

type Listed = FactChange & { discardPath?: string | null };

const howWords = { added: "New", removed: "Removed", changed: "Changed" } as const;
const howTones = { added: "current", removed: "lapsed", changed: "ageing" } as const;

/** Few are read at once, many one by one. */
const openUpTo = 6;

/** What differs for visitors, part by part, each thing with its fields. */
export function ChangeList({ changes }: { changes: Listed[] }) {
  const parts = (Object.keys(partNames) as Part[]).filter((part) => changes.some((change) => change.part === part));
  return (
    <>
      {parts.map((part) => {
        const own = changes.filter((change) => change.part === part);
        return (
          <section key={part} className="grid gap-2 pt-4" aria-labelledby={`changes-${part}`}>
            <h3 id={`changes-${part}`}>
              {partNames[part]}, {sayCount(own.length, "change")}
            </h3>
            <Folds>
              {own.map((change) => (
                <ChangeFold key={change.id + change.what} change={change} open={changes.length <= openUpTo} />
              ))}
            </Folds>
          </section>
        );
      })}
    </>
  );
}

function ChangeFold({ change, open }: { change: Listed; open: boolean }) {
  const { what, how, discardPath } = change;
  return (
    <Fold summary={what} aside={<Status tone={howTones[how]} word={howWords[how]} />} open={open}>
      <ChangedFields change={change} />
      {discardPath && (
        <p>
          <Link to={discardPath}>Discard this change</Link>
        </p>
      )}
    </Fold>
  );
}

const columns = [
  { key: "field", label: "Field" },
  { key: "from", label: "Now" },
  { key: "to", label: "Then" },
];

/** Field by field: what was, and what comes. Of a new thing only the latter. */
export function ChangedFields({ change: { what, how, fields } }: { change: FactChange }) {
  if (how === "removed") return <p>Visitors no longer find it.</p>;
  if (how === "added") {
    return (
      <Facts compact>
        {fields.map(({ label, to }) => (
          <Fact key={label} term={label}>
            {to}
          </Fact>
        ))}
      </Facts>
    );
  }
  return (
    <DataTable caption={what} columns={columns}>
      {fields.map(({ label, from, to }) => (
        <tr key={label}>
          <RowHead>{label}</RowHead>
          <Cell label="Now" quiet={from === ""}>
            {from || "nothing"}
          </Cell>
          <Cell label="Then" quiet={to === ""}>
            {to || "nothing"}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

/** The sentence on top of the page, before and after; it follows from the dates. */
export function StatusChangeNote({ change, heads }: { change: { from: StatusWords; to: StatusWords }; heads: Heads }) {
  return (
    <Facts>
      <Fact term={heads.from}>
        <StatusSaid words={change.from} />
      </Fact>
      <Fact term={heads.to}>
        <StatusSaid words={change.to} />
      </Fact>
    </Facts>
  );
}

type Heads = { from: ReactNode; to: ReactNode };

function StatusSaid({ words }: { words: StatusWords }) {
  return (
    <>
      <p>{words.title}</p>
      <Status tone={words.tone} word={`${words.word}.`}>
        {words.sentence}
      </Status>
    </>
  );
}
