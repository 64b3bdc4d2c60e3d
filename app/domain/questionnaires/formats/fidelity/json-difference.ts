import {
  type AnswerPlaces,
  type ChangedPlace,
  type Fidelity,
  judged,
} from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import { jsonCell, jsonSheet } from "#app/domain/questionnaires/formats/json-layout.ts";
import { readJsonQuestionnaire } from "#app/domain/questionnaires/formats/json-questionnaire.ts";
import { type JsonNode, jsonTree, memberOf } from "#app/domain/questionnaires/formats/json-tree.ts";

const written = ["answer", "comment"] as const;

/** How a filled file in our JSON differs from the original; around its answers and comments every character must be. */
export function jsonDifference(original: Buffer, copy: Buffer, allowed: AnswerPlaces): Omit<Fidelity, "parts"> {
  const [was, is] = [readJsonQuestionnaire(original), readJsonQuestionnaire(copy)];
  const changes: ChangedPlace[] = [];
  was.questionnaire.questions.forEach((question, at) => {
    const now = is.questionnaire.questions[at];
    for (const name of written) {
      const [before, after] = [question[name] ?? "", now?.[name] ?? ""];
      if (before !== after) changes.push({ sheet: jsonSheet, cell: jsonCell(at, name), before, after });
    }
  });
  const found = judged(changes, allowed);
  const same = withoutAnswers(was.text) === withoutAnswers(is.text);
  const problems = same ? [] : ["Something else than answers and comments changed."];
  return { written: found.written, problems: [...problems, ...found.problems] };
}

/** The text without the answers and comments, each with the comma in front of it. */
function withoutAnswers(text: string): string {
  const cut = memberOf(jsonTree(text), "questions")!.items!.flatMap(({ start, members }) =>
    members!.flatMap(({ name, value }, i): Pick<JsonNode, "start" | "end">[] =>
      written.some((one) => one === name) ? [{ start: members![i - 1]?.value.end ?? start + 1, end: value.end }] : [],
    ),
  );
  let [rest, at] = ["", 0];
  for (const { start, end } of cut) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}
