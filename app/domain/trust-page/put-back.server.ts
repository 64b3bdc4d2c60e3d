import type { Staff } from "#app/domain/accounts/people.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { getDraft } from "./draft.server.ts";
import { isSame } from "./fact-changes.ts";
import type { ListedPart } from "./fact-labels.ts";
import type { PublicFacts } from "./facts.ts";
import { editedBy } from "./reports.server.ts";

/** Makes the draft say what `facts` say. What visitors never saw (owners, private controls) stays as it is. */
export async function putBackAll(trx: Db, staff: Staff, facts: PublicFacts): Promise<void> {
  await putBackCompany(trx, facts);
  await takeCodesAway(trx, facts);
  for (const part of ["reports", "letters", "certifications", "controls", "subprocessors"] as const) {
    await putBackPart(trx, staff, { part, facts });
  }
}

/** The logo goes with its publication and is put back there. */
export async function putBackCompany(trx: Db, { company }: PublicFacts): Promise<void> {
  const { logo: _logo, isSetUp, ...row } = company;
  if (!isSetUp) return;
  await trx
    .insertInto("companyProfile")
    .values({ id: 1, ...row })
    .onConflict((same) => same.column("id").doUpdateSet(row))
    .execute();
}

/** Two controls may have swapped ids, so that none may hold its own while the others get theirs back. */
async function takeCodesAway(trx: Db, { controls }: PublicFacts): Promise<void> {
  for (const { id } of controls) await trx.updateTable("control").set({ code: id }).where("id", "=", id).execute();
}

async function putBackPart(trx: Db, staff: Staff, { part, facts }: { part: ListedPart; facts: PublicFacts }) {
  const draft = (await getDraft(trx))[part] as { id: string }[];
  const wanted = facts[part] as { id: string }[];
  for (const { id } of draft.filter((entry) => !wanted.some((other) => other.id === entry.id))) {
    await putBackOne(trx, staff, { part, id, facts });
  }
  const differs = ({ id }: { id: string }) =>
    !isSame(
      draft.find((entry) => entry.id === id),
      wanted.find((entry) => entry.id === id),
    );
  for (const { id } of wanted.filter(differs)) await putBackOne(trx, staff, { part, id, facts });
}

export type OneFact = { part: ListedPart; id: string; facts: PublicFacts };

/** One thing as `facts` have it; what they do not have leaves the draft. */
export async function putBackOne(trx: Db, staff: Staff, { part, id, facts }: OneFact): Promise<void> {
  const withId = <Thing extends { id: string }>(things: Thing[]) => things.find((thing) => thing.id === id);
  switch (part) {
    case "reports":
      return putBackReport(trx, { id, report: withId(facts.reports), staff });
    case "letters":
      return putBackLetter(trx, id, withId(facts.letters));
    case "certifications":
      return putBackCertification(trx, id, withId(facts.certifications));
    case "controls":
      return putBackControl(trx, id, withId(facts.controls));
    case "subprocessors":
      return putBackSubprocessor(trx, id, withId(facts.subprocessors));
  }
}

type Reports = PublicFacts["reports"];

async function putBackReport(trx: Db, { id, report, staff }: { id: string; report?: Reports[number]; staff: Staff }) {
  if (!report) {
    const hidden = { published: false, ...editedBy(staff) };
    await trx.updateTable("report").set(hidden).where("id", "=", id).execute();
    return;
  }
  const { documentVersion: _documentVersion, exceptions, subservice, ...plain } = report;
  const lists = { exceptions: JSON.stringify(exceptions), subservice: JSON.stringify(subservice) };
  const row = { ...plain, ...lists, published: true, ...editedBy(staff) };
  await trx
    .insertInto("report")
    .values(row)
    .onConflict((same) => same.column("id").doUpdateSet(row))
    .execute();
}

async function putBackLetter(trx: Db, id: string, letter?: PublicFacts["letters"][number]) {
  if (!letter) {
    await trx.deleteFrom("bridgeLetter").where("id", "=", id).execute();
    return;
  }
  await trx
    .insertInto("bridgeLetter")
    .values(letter)
    .onConflict((same) => same.column("id").doUpdateSet(letter))
    .execute();
}

async function putBackCertification(trx: Db, id: string, entry?: PublicFacts["certifications"][number]) {
  if (!entry) {
    await trx.updateTable("certification").set({ published: false }).where("id", "=", id).execute();
    return;
  }
  const row = { ...entry, published: true };
  await trx
    .insertInto("certification")
    .values(row)
    .onConflict((same) => same.column("id").doUpdateSet(row))
    .execute();
}

async function putBackControl(trx: Db, id: string, control?: PublicFacts["controls"][number]) {
  if (!control) {
    await trx.updateTable("control").set({ public: false }).where("id", "=", id).execute();
    return;
  }
  const other = await trx
    .selectFrom("control")
    .select("title")
    .where("code", "=", control.code)
    .where("id", "<>", id)
    .executeTakeFirst();
  if (other) {
    throw new Conflict(
      "trust-page.control-code-reused",
      `The id ${control.code} belongs to another control by now, ${other.title}. Give that one another id first.`,
    );
  }
  const row = { ...control, public: true };
  await trx
    .insertInto("control")
    .values(row)
    .onConflict((same) => same.column("id").doUpdateSet(row))
    .execute();
}

async function putBackSubprocessor(trx: Db, id: string, entry?: PublicFacts["subprocessors"][number]) {
  if (!entry) {
    await trx.deleteFrom("subprocessor").where("id", "=", id).execute();
    return;
  }
  await trx
    .insertInto("subprocessor")
    .values(entry)
    .onConflict((same) => same.column("id").doUpdateSet(entry))
    .execute();
}
