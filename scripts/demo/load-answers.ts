import { recordAudit } from "#app/domain/audit/record.server.ts";
import { addAnswers, type NewAnswer } from "#app/domain/knowledge-base/add-answers.server.ts";
import { answers } from "./content/answers.ts";
import type { DemoAnswer } from "./content/shapes.ts";
import type { DemoCast } from "./cast.ts";
import type { DemoDocumentIds } from "./load-documents.ts";

export async function loadAnswers(cast: DemoCast, documents: DemoDocumentIds): Promise<void> {
  const loaded = answers(cast.today).map((answer) => newAnswer(cast, documents, answer));
  await addAnswers(cast.db, loaded);
  await recordAudit(cast.db, {
    action: "knowledge-base.answers.imported",
    actor: cast.security,
    subject: { kind: "knowledge-base", id: null },
    details: { added: loaded.length },
  });
}

function newAnswer(cast: DemoCast, documents: DemoDocumentIds, answer: DemoAnswer): NewAnswer {
  const owner = Object.values(cast.staff).find((member) => member.role === answer.ownerRole) ?? cast.security;
  const { question, short, section, tags, audience, products, notes, state, citations, lastReviewedOn, reviewBy } =
    answer;
  return {
    ...{ question, text: answer.answer, short, section, tags, audience, products, notes, state },
    citations: citations.map((citation) =>
      citation.kind === "document" ? { ...citation, ref: documents.get(citation.ref)! } : citation,
    ),
    authorId: owner.id,
    ownerId: owner.id,
    reason: "First version",
    approval:
      state === "approved" ? { by: cast.security.id, at: new Date(`${lastReviewedOn}T10:00:00Z`), reviewBy } : null,
  };
}
