import { sql } from "kysely";
import type { Evidence } from "#app/domain/matching/confidence.ts";
import type { Db } from "#db/client.server.ts";
import type { OutcomeCount } from "./outcomes.ts";

/** What became of each match, by method and tenth of confidence, once its questionnaire was released. */
export async function listOutcomes(db: Db): Promise<OutcomeCount[]> {
  const rows = await finalResponses(db)
    .where("response.state", "!=", "proposed")
    .select(["response.method", outcome.as("outcome")])
    .select(sql<number>`least(9, floor(confidence::numeric * 10))::int`.as("tenth"))
    .select(sql<number>`count(*)::int`.as("count"))
    .select(sql<number>`(count(*) filter (where ${outcome} = 'kept' and together > 1))::int`.as("together"))
    .select(sql<number>`sum(confidence)::float8`.as("confidence"))
    .groupBy(["response.method", "tenth", "outcome"])
    .execute();
  return rows;
}

/**
 * What confidence can be learned from, the newest first: whether the best match was kept. An exact match has its
 * confidence from its wording, so it tells nothing of the others. Where nothing was worth proposing and the question
 * was released blank, the best match was not kept either: without these the low end would have no examples.
 */
export async function listDecisions(db: Db): Promise<{ evidence: Evidence; kept: boolean; decided: boolean }[]> {
  return finalResponses(db)
    .where("method", "in", ["near-exact", "semantic", "none"])
    .where("response.state", "!=", "proposed")
    .where("evidence", "is not", null)
    .select(sql<Evidence>`evidence`.as("evidence"))
    .select([keptBest.as("kept"), sql<boolean>`decided_by is not null`.as("decided")])
    .orderBy("releasedAt", "desc")
    .orderBy("questionId")
    .limit(mostDecisions)
    .execute();
}

const mostDecisions = 20_000;

const keptBest = sql<boolean>`(response.state = 'accepted' and answer_id::text = alternatives->0->>'answerId'
  and answer_version = (alternatives->0->>'answerVersion')::int)`;

const outcome = sql<OutcomeCount["outcome"]>`case
  when not (explanation->>'proposed')::boolean
    then case when response.state in ('accepted', 'edited') then 'by-hand' else 'abstained' end
  when response.state = 'edited' then 'edited'
  when response.state = 'rejected' then 'rejected'
  when ${keptBest} then 'kept'
  else 'replaced' end`;

/**
 * Responses whose decision is final. A cell that had an answer already, or could take none, says nothing about
 * matching. Decisions of one moment by one person were made in one go: `together` of them.
 */
const finalResponses = (db: Db) =>
  db.selectFrom((from) =>
    from
      .selectFrom("response")
      .innerJoin("question", "question.id", "response.questionId")
      .innerJoin("questionnaire", "questionnaire.id", "response.questionnaireId")
      .selectAll("response")
      .select("questionnaire.releasedAt")
      .select(
        sql<string>`count(*) over (partition by response.questionnaire_id, decided_by, decided_at)`.as("together"),
      )
      .where("questionnaire.state", "=", "released")
      .where(sql<boolean>`place->>'answered' is null and place->>'blocked' is null`)
      .as("response"),
  );
