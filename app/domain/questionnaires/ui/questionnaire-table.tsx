import { Link } from "@remix-run/react";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { daysBetween } from "#app/components/dates.ts";
import { countOf } from "#app/components/numbers.ts";
import { DateText } from "#app/components/time.tsx";
import type { QuestionnaireState } from "#app/domain/questionnaires/questionnaires.ts";
import { QuestionnaireStatus } from "#app/domain/questionnaires/ui/questionnaire-state.tsx";

export interface QuestionnaireRow {
  id: string;
  title: string;
  state: QuestionnaireState;
  accountName: string | null;
  senderName: string | null;
  receivedAt: string;
  releasedAt: string | null;
  dueOn: string | null;
  failure: string | null;
  questions: number;
  accepted: number;
  edited: number;
  rejected: number;
  toDecide: number;
  answered: number;
}

/** `today` comes from the server, so that both sides draw the same. */
export function QuestionnaireTable({ questionnaires, today }: { questionnaires: QuestionnaireRow[]; today: string }) {
  return (
    <DataTable
      caption="Questionnaires"
      columns={[
        { key: "title", label: "Questionnaire" },
        { key: "state", label: "State" },
        { key: "due", label: "Due" },
        { key: "progress", label: "Decided" },
        { key: "received", label: "Received" },
      ]}
    >
      {questionnaires.map((one) => (
        <tr key={one.id}>
          <RowHead detail={[one.accountName ?? "No account", one.senderName].filter(Boolean).join(", ")}>
            <Link to={`/staff/questionnaires/${one.id}`}>{one.title}</Link>
          </RowHead>
          <Cell label="State">
            <QuestionnaireStatus state={one.state} detail={one.failure} />
          </Cell>
          <Cell label="Due">
            <Due dueOn={one.state === "released" ? null : one.dueOn} today={today} />
          </Cell>
          <Cell label="Decided">{decided(one)}</Cell>
          <Cell label="Received" quiet>
            <DateText date={one.receivedAt} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function decided({ state, questions, accepted, edited, rejected, answered }: QuestionnaireRow): string {
  if (state === "released") return `${answered} of ${questions} answered`;
  if (questions === 0) return "–";
  if (state !== "in-review") return countOf(questions, "question");
  return `${accepted + edited + rejected} of ${questions}`;
}

export function Due({ dueOn, today }: { dueOn: string | null; today: string }) {
  if (dueOn === null) return <>–</>;
  const left = daysBetween(today, dueOn);
  return (
    <>
      <DateText date={dueOn} />
      {left < 0 ? <b>, {countOf(-left, "day")} late</b> : left === 0 ? <b>, today</b> : `, ${countOf(left, "day")}`}
    </>
  );
}
