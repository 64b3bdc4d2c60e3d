import { Fragment } from "react";
import { FilterLinks } from "#app/components/filter-links.tsx";
import { RowLink, RowList } from "#app/components/row-list.tsx";
import { MatchMethod, Status } from "#app/components/status.tsx";
import { type ObservedRate, rateInBrief } from "#app/domain/questionnaires/observed-rate.ts";
import type { MatchMethod as Method, ResponseState } from "#app/domain/questionnaires/questionnaires.ts";
import { deskAddress, type Show } from "#app/domain/questionnaires/shown-questions.ts";

export interface ListedQuestion {
  id: string;
  position: number;
  ref: string | null;
  section: string | null;
  text: string;
  state: ResponseState;
  method: Method;
  rate: ObservedRate;
  reason: string;
  vetoed: boolean;
}

export interface DeskListProps {
  questionnaireId: string;
  questions: ListedQuestion[];
  counts: Record<Show, number>;
  show: Show;
  currentId: string | null;
}

export function DeskList({ questionnaireId, questions, counts, show, currentId }: DeskListProps) {
  const filters: { show: Show; label: string }[] = [
    { show: "decide", label: "To decide" },
    { show: "vetoed", label: "Vetoed" },
    { show: "blank", label: "Blank" },
    { show: "done", label: "Decided" },
    { show: "all", label: "All" },
  ];
  return (
    <>
      <FilterLinks
        label="Show"
        filters={filters.map(({ show: one, label }) => ({
          to: deskAddress(questionnaireId, { show: one }),
          ...{ label, count: counts[one], current: one === show },
        }))}
      />
      {bySection(questions).map(({ section, questions: own }, at) => (
        <Fragment key={at}>
          {section && <h2>{section}</h2>}
          <RowList numbered label={section || "Questions"}>
            {own.map((question) => (
              <RowLink
                key={question.id}
                to={deskAddress(questionnaireId, { show, question: question.id })}
                number={(question.ref ?? String(question.position + 1)).slice(0, 10)}
                current={question.id === currentId}
                title={question.text}
                lines={[<Standing key="standing" question={question} />]}
              />
            ))}
          </RowList>
        </Fragment>
      ))}
      {questions.length === 0 && <p className="p-4 text-13 text-ink2">{nothing[show]}</p>}
    </>
  );
}

const nothing: Record<Show, string> = {
  decide: "Every proposal is decided. Look at the blank ones, then release.",
  vetoed: "No proposal is vetoed.",
  blank: "No question is without a proposal.",
  done: "Nothing is decided yet.",
  all: "This file asks nothing.",
};

function Standing({ question: { state, method, rate, vetoed, reason } }: { question: ListedQuestion }) {
  if (state === "accepted") return <Status tone="current" word="Accepted" />;
  if (state === "edited") return <Status tone="current" word="Edited" />;
  if (state === "rejected") return <Status tone="none" word="Left blank" />;
  if (state === "blank") {
    return (
      <Status tone="none" word="Blank:">
        {firstSmall(reason)}
      </Status>
    );
  }
  if (vetoed) {
    return (
      <Status tone="lapsed" word="Vetoed:">
        {firstSmall(reason)}
      </Status>
    );
  }
  return (
    <>
      {method !== "none" && <MatchMethod method={method} />}, {rateInBrief(method, rate)}
    </>
  );
}

const firstSmall = (sentence: string) => (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, "");

function bySection(questions: ListedQuestion[]): { section: string; questions: ListedQuestion[] }[] {
  const groups: { section: string; questions: ListedQuestion[] }[] = [];
  for (const question of questions) {
    const section = question.section ?? "";
    const last = groups.at(-1);
    if (last?.section === section) last.questions.push(question);
    else groups.push({ section, questions: [question] });
  }
  return groups;
}
