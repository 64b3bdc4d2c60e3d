import { PDFDocument } from "@cantoo/pdf-lib";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { approveRequest, declineRequest } from "#app/domain/access/decisions.server.ts";
import { revokeGrant } from "#app/domain/access/grants.server.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { askForMore, requestAccess, withdrawRequest } from "#app/domain/access/requests.server.ts";
import { accessRequestForm } from "#app/domain/access/requests.ts";
import { signInProspect } from "#app/domain/access/sign-in.server.ts";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { addDocument, changeDocument, withdrawDocument } from "#app/domain/documents/documents.server.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, kim, pat, quinn } from "#tests/support/given.ts";
import { dice, type Dice } from "./random-evidence.ts";
import { accepts, anNda, isSignedIn, queuedMail } from "./scene.ts";
import { type Audience, Model } from "./walk-model.ts";

const stepsAWalk = 1_000;
const audiences: Audience[] = ["on-request", "on-request", "nda", "nda", "nda", "internal"];

type World = {
  roll: Dice;
  model: Model;
  staff: Awaited<ReturnType<typeof ada>>;
  people: Prospect[];
  documents: { id: string; title: string; uploads: number }[];
  versions: string[];
  copies: number;
};

async function aPdf(words: string) {
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 300]).drawText(words, { x: 20, y: 200 });
  return pdf.save();
}

async function aWorld(seed: number): Promise<World> {
  const staff = await ada();
  const world: World = {
    ...{ roll: dice(seed), model: new Model(), staff, documents: [], versions: [], copies: 0 },
    people: [await pat(), await quinn(), await kim()],
  };
  for (const person of world.people) {
    await isSignedIn(person);
    world.model.people.push({ accepted: new Set(), disabled: false });
  }
  await publish(world);
  for (const audience of ["nda", "nda", "on-request"] as const) await anotherDocument(world, audience);
  return world;
}

async function anotherDocument(world: World, audience: Audience) {
  const title = `Document ${world.documents.length + 1}`;
  const { id } = await addDocument(db, world.staff, { title, description: "", kind: "report", audience });
  const bytes = await aPdf(title);
  await uploadVersion(db, world.staff, { documentId: id, fileName: "a.pdf", bytes, note: "" });
  world.documents.push({ id, title, uploads: 1 });
  world.model.documents.push({ audience, withdrawn: false });
}

const any = <Value>({ roll }: World, list: Value[]): Value => list[roll.below(list.length)]!;
const some = (world: World, ids: string[]) => {
  const chosen = ids.filter(() => world.roll.below(2) === 0);
  return chosen.length > 0 ? chosen : [any(world, ids)];
};

const liveDocuments = (world: World) => world.documents.filter((_, at) => !world.model.documents[at]!.withdrawn);

async function ask(world: World) {
  const documents = some(
    world,
    liveDocuments(world).map(({ id }) => id),
  );
  await askForMore(db, any(world, world.people), { reason: "Vendor review before we sign", documents });
}

/** As a visitor, by an address that is proved, or not, later. */
async function askUnproved(world: World) {
  const { email, name } = any(world, world.people);
  const documents = [any(world, liveDocuments(world)).id];
  const form = { email, name, company: "Acme GmbH", reason: "Vendor review before we sign", documents };
  await requestAccess(db, { form: accessRequestForm.parse(form), browserToken: email, client: aClient });
}

async function prove(world: World) {
  const { email } = any(world, world.people);
  const mail = (await queuedMail()).filter((one) => one.template === "sign-in" && one.recipient === email).at(-1);
  if (mail)
    await signInProspect(db, { browserToken: email, code: (mail.props as { code: string }).code, client: aClient });
}

async function waitingRequest(world: World) {
  const waiting = await db
    .selectFrom("accessRequest")
    .select(["id", "personId"])
    .where("status", "=", "pending")
    .execute();
  return waiting.length > 0 ? any(world, waiting) : null;
}

async function approve(world: World) {
  const request = await waitingRequest(world);
  if (!request) return;
  const wishes = await db
    .selectFrom("accessRequestDocument")
    .select("documentId")
    .where("accessRequestId", "=", request.id)
    .execute();
  const chosen = some(
    world,
    wishes.map((wish) => wish.documentId),
  );
  const documents = chosen.map((documentId) => ({ documentId, days: 30 }));
  await approveRequest(db, world.staff, { requestId: request.id, documents });
  const person = world.people.findIndex(({ id }) => id === request.personId);
  for (const id of chosen)
    world.model.approve(
      person,
      world.documents.findIndex((document) => document.id === id),
    );
}

async function decline(world: World) {
  const request = await waitingRequest(world);
  if (request) await declineRequest(db, world.staff, { requestId: request.id, reason: "Not now" });
}

async function withdraw(world: World) {
  const request = await waitingRequest(world);
  const person = world.people.find(({ id }) => id === request?.personId);
  if (request && person) await withdrawRequest(db, person, request.id);
}

async function accept(world: World) {
  const [person, version] = [world.roll.below(world.people.length), world.roll.below(3)];
  const at = Math.max(0, world.versions.length - 1 - version);
  await accepts(world.people[person]!, world.versions[at]!);
  world.model.accept(person, at + 1);
}

async function publish(world: World) {
  const material = world.roll.below(4) === 0;
  const { id, number } = await anNda(
    `What we show stays between us. This is text ${world.versions.length + 1} of many.`,
    { material },
  );
  world.versions.push(id);
  world.model.versions.push({ material: material && number > 1 });
}

const liveGrants = () =>
  db
    .selectFrom("accessGrant")
    .select(["id", "personId", "documentId", "startsAt"])
    .where("revokedAt", "is", null)
    .where((grant) => grant.or([grant("expiresAt", "is", null), grant("expiresAt", ">", sql<Date>`now()`)]))
    .orderBy("grantedAt")
    .orderBy("id")
    .execute();

function placeOf(world: World, grant: { personId: string; documentId: string }) {
  const person = world.people.findIndex(({ id }) => id === grant.personId);
  return { person, document: world.documents.findIndex(({ id }) => id === grant.documentId) };
}

async function revoke(world: World) {
  const live = await liveGrants();
  if (live.length === 0) return;
  const grant = any(world, live);
  await revokeGrant(db, world.staff, { grantId: grant.id, reason: "The review is over" });
  const { person, document } = placeOf(world, grant);
  world.model.revoke(person, document);
}

/** The term of one person's grants of a document runs out. */
async function expire(world: World) {
  const started = (await liveGrants()).filter((grant) => grant.startsAt);
  if (started.length === 0) return;
  const { personId, documentId } = any(world, started);
  await sql`update access_grant set starts_at = now() - interval '30 days', expires_at = now()
    where person_id = ${personId} and document_id = ${documentId} and starts_at is not null and revoked_at is null`.execute(
    db,
  );
  const { person, document } = placeOf(world, { personId, documentId });
  for (const grant of world.model.grants) {
    if (grant.person === person && grant.document === document && grant.started) grant.ended ??= "expired";
  }
}

async function replace(world: World) {
  const document = any(world, liveDocuments(world));
  const bytes = await aPdf(`${document.title}, upload ${document.uploads + 1}`);
  await uploadVersion(db, world.staff, { documentId: document.id, fileName: "a.pdf", bytes, note: "" });
  document.uploads += 1;
}

async function changeAudience(world: World) {
  const at = world.documents.indexOf(any(world, liveDocuments(world)));
  const audience = any(world, audiences);
  const { id, title } = world.documents[at]!;
  await changeDocument(db, world.staff, { id, title, description: "", kind: "report", audience });
  world.model.documents[at]!.audience = audience;
}

/** For good; another document takes its place, so that there is always something to ask for. */
async function withdrawForGood(world: World) {
  const at = world.model.documents.findIndex((document) => !document.withdrawn);
  await withdrawDocument(db, world.staff, world.documents[at]!.id);
  world.model.documents[at]!.withdrawn = true;
  await anotherDocument(world, any(world, ["nda", "on-request"]));
}

async function disableOrEnable(world: World) {
  const at = world.roll.below(world.people.length);
  const disabled = !world.model.people[at]!.disabled && world.roll.below(3) === 0;
  await db
    .updateTable("person")
    .set({ disabledAt: disabled ? new Date() : null })
    .where("id", "=", world.people[at]!.id)
    .execute();
  world.model.people[at]!.disabled = disabled;
}

async function download(world: World) {
  const asked = world.roll.below(9) === 0 ? any(world, world.documents) : any(world, liveDocuments(world));
  const [person, document] = [world.roll.below(world.people.length), world.documents.indexOf(asked)];
  const legal = world.model.mayOpen(person, document);
  const { id } = asked;
  const copyId = await openDocument(db, world.people[person]!, { documentId: id, client: aClient }).then(
    (file) => file.copyId,
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return null;
    },
  );
  expect(copyId !== null, `person ${person}, document ${document}`).toBe(legal);
  if (legal) world.copies += 1;
}

type Step = (world: World) => Promise<void>;
const steps: [Step, number][] = [
  [download, 40],
  [ask, 12],
  [approve, 20],
  [accept, 20],
  [askUnproved, 3],
  [prove, 3],
  [revoke, 2],
  [expire, 2],
  [publish, 1],
  [changeAudience, 3],
  [replace, 1],
  [disableOrEnable, 1],
  [decline, 2],
  [withdraw, 1],
  [withdrawForGood, 1],
];
const bag = steps.flatMap(([step, weight]) => Array.from({ length: weight }, () => step));

test.each([11, 12, 13, 14, 15, 16, 17, 18, 19, 20])(
  "in 1,000 steps in random order (seed %i), a byte leaves exactly when the rules allow it",
  async (seed) => {
    const world = await aWorld(seed);
    for (let step = 0; step < stepsAWalk; step += 1) {
      if (step % 10 === 0) await db.deleteFrom("rateLimit").execute();
      const take = any(world, bag);
      await take(world).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
    }
    const { n } = await db
      .selectFrom("download")
      .select((download) => download.fn.countAll<string>().as("n"))
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(world.copies);
    expect(world.copies).toBeGreaterThan(50);
  },
);
