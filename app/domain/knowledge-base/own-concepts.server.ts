import type { Db } from "#db/client.server.ts";

/** The operator's own words, in the form that `readLexicon` of matching takes: `name | phrase | phrase`, one a line. */
export async function getOperatorConcepts(db: Db): Promise<string> {
  const concepts = await db.selectFrom("ownConcept").select(["name", "phrases"]).orderBy("name").execute();
  return concepts.map(({ name, phrases }) => [name, ...phrases].join(" | ")).join("\n");
}
