import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import type { Db } from "#db/client.server.ts";
import type { LayoutChoices } from "./formats/questionnaire-file.ts";

/**
 * What a person last said about a file of this make; null when nobody has. The one sheet of a delimited file goes by the
 * file's own name, so what was said about an only sheet is said about the only sheet of the next file.
 */
export async function findLearnedLayout(
  db: Db,
  { fileMake, sheets }: { fileMake: string; sheets: string[] },
): Promise<LayoutChoices | null> {
  const learned = await db
    .selectFrom("learnedLayout")
    .select("choices")
    .where("fileMake", "=", fileMake)
    .executeTakeFirst();
  if (!learned) return null;
  const choices = learned.choices as LayoutChoices;
  const [only, ...more] = Object.values(choices);
  return only && more.length === 0 && sheets.length === 1 ? { [sheets[0]!]: only } : choices;
}

/** Keeps what was said about a file for the next of its make; nothing said forgets what was kept. */
export async function rememberLayout(
  db: Db,
  staff: Staff,
  { questionnaireId, choices }: { questionnaireId: string; choices: LayoutChoices },
): Promise<void> {
  const { fileMake } = await db
    .selectFrom("questionnaire")
    .select("fileMake")
    .where("id", "=", questionnaireId)
    .executeTakeFirstOrThrow();
  if (fileMake === null) return;
  if (Object.keys(choices).length === 0) {
    await db.deleteFrom("learnedLayout").where("fileMake", "=", fileMake).execute();
    return;
  }
  const learned = { choices: JSON.stringify(choices), questionnaireId, learnedBy: staff.id };
  await db
    .insertInto("learnedLayout")
    .values({ fileMake, ...learned })
    .onConflict((known) => known.column("fileMake").doUpdateSet({ ...learned, learnedAt: sql`now()` }))
    .execute();
}

/** Of which earlier questionnaire these columns were learned, for the one that is being mapped; null when of none. */
export async function findLayoutSource(db: Db, questionnaireId: string) {
  const source = await db
    .selectFrom("questionnaire as mapped")
    .innerJoin("learnedLayout", "learnedLayout.fileMake", "mapped.fileMake")
    .innerJoin("questionnaire as source", "source.id", "learnedLayout.questionnaireId")
    .innerJoin("person", "person.id", "learnedLayout.learnedBy")
    .select(["source.title", "person.name", "learnedLayout.learnedAt"])
    .where("mapped.id", "=", questionnaireId)
    .where("source.id", "!=", questionnaireId)
    .where(sql<boolean>`mapped.layout <> '{}'::jsonb`)
    .executeTakeFirst();
  return source ?? null;
}
