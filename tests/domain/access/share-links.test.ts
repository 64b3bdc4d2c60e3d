import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { listGrants } from "#app/domain/access/grants.server.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { listRequests } from "#app/domain/access/request-queue.server.ts";
import { useShareLink } from "#app/domain/access/share-link-use.server.ts";
import { getShareLink, listShareLinks, makeShareLink, revokeShareLink } from "#app/domain/access/share-links.server.ts";
import { shareLinkUseForm } from "#app/domain/access/share-links.ts";
import { signInProspect } from "#app/domain/access/sign-in.server.ts";
import { addCompanyAccount } from "#app/domain/accounts/company-accounts.server.ts";
import { changeDocument } from "#app/domain/documents/documents.server.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { accepts, actionsOnRecord, aDocument, anNda, queuedMail } from "./scene.ts";

const refused = (code: string) => ({ code: `access.${code}` });

async function aLink(
  documents: { id: string }[],
  link: { maxUses?: number; domains?: string[]; addresses?: string[]; startsOn?: string } = {},
) {
  const seller = await sam();
  const { id: companyAccountId } = await addCompanyAccount(db, seller, {
    name: "Acme GmbH",
    domains: link.domains ?? ["acme.example"],
    ownerId: null,
    notes: "",
  });
  const { id, url } = await makeShareLink(db, seller, {
    companyAccountId,
    documents: documents.map((document) => document.id),
    grantDays: 30,
    maxUses: link.maxUses ?? 5,
    expiresInDays: 30,
    note: "For the renewal",
    startsOn: link.startsOn ?? null,
    addresses: link.addresses ?? null,
  });
  return { id, token: url.split("#")[1]!, url, companyAccountId };
}

const follows = (token: string, email = "pat@acme.example") =>
  useShareLink(db, {
    form: shareLinkUseForm.parse({ token, email, name: "Pat Moreau" }),
    browserToken: `browser of ${email}`,
    client: aClient,
  });

async function proves(email = "pat@acme.example") {
  const mail = (await queuedMail()).filter((one) => one.template === "sign-in" && one.recipient === email).at(-1)!;
  const { code } = mail.props as { code: string };
  return signInProspect(db, { browserToken: `browser of ${email}`, code, client: aClient });
}

const usesOf = async () => (await listShareLinks(db)).map((link) => link.uses);

test("a link grants its documents once the address on the account's domain is proved, by the one who made it", async () => {
  const caiq = await aDocument("CAIQ", "on-request");
  const { token } = await aLink([caiq]);

  await follows(token);
  expect(await usesOf()).toEqual([0]);
  expect(await listGrants(db)).toEqual([]);
  const signedIn = await proves();

  expect(await listGrants(db)).toMatchObject([
    { title: "CAIQ", state: "open", email: "pat@acme.example", grantedByName: "Sam Castellan", days: 30 },
  ]);
  expect(await usesOf()).toEqual([1]);
  expect(await listRequests(db, "waiting")).toEqual([]);
  expect(await listRequests(db, "decided")).toMatchObject([{ id: signedIn!.requestId, status: "approved" }]);
  await expect(openDocument(db, signedIn!.prospect, { documentId: caiq.id, client: aClient })).resolves.toMatchObject({
    fileName: "report.pdf",
  });
  expect(await actionsOnRecord()).toContain("access.share-link.used");
});

test("the NDA still comes first for what is under it", async () => {
  const report = await aDocument();
  await anNda();
  const { token } = await aLink([report]);
  await follows(token);
  const { prospect } = (await proves())!;
  const opens = () => openDocument(db, prospect, { documentId: report.id, client: aClient });
  await expect(opens()).rejects.toMatchObject(refused("nda-first"));
  await accepts(prospect);
  await expect(opens()).resolves.toBeDefined();
});

test("the secret is shown once: only its hash is kept, and it stands after the # of the address", async () => {
  const { token, url } = await aLink([await aDocument("CAIQ", "on-request")]);
  expect(url).toBe(`http://localhost:3000/shared#${token}`);
  const row = await db.selectFrom("shareLink").selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(token);
});

describe("a link leads nowhere", () => {
  test("for an address of another domain, also a look-alike or a subdomain", async () => {
    const { token } = await aLink([await aDocument("CAIQ", "on-request")]);
    for (const email of [
      "kim@rival.example",
      "pat@acme.example.evil.example",
      "pat@sub.acme.example",
      "pat@acme.exampl",
    ]) {
      await db.deleteFrom("rateLimit").execute();
      await expect(follows(token, email)).rejects.toMatchObject(refused("share-link-other-domain"));
    }
    expect(await queuedMail()).toEqual([]);
  });

  test("when it is wrong, expired, revoked, or its maker was disabled", async () => {
    const { id, token } = await aLink([await aDocument("CAIQ", "on-request")]);
    const over = refused("share-link-over");
    await expect(follows("wrong")).rejects.toMatchObject(over);
    await sql`update share_link set expires_at = now()`.execute(db);
    await expect(follows(token)).rejects.toMatchObject(over);
    await sql`update share_link set expires_at = now() + interval '1 day'`.execute(db);
    await db.deleteFrom("rateLimit").execute();
    await sql`update person set disabled_at = now() where role = 'sales'`.execute(db);
    await expect(follows(token)).rejects.toMatchObject(over);
    await sql`update person set disabled_at = null`.execute(db);
    await revokeShareLink(db, await sam(), id);
    await expect(follows(token)).rejects.toMatchObject(over);
    await expect(revokeShareLink(db, await sam(), id)).rejects.toMatchObject(refused("share-link-already-revoked"));
  });

  test("beyond its number of uses", async () => {
    const { token } = await aLink([await aDocument("CAIQ", "on-request")], { maxUses: 1 });
    await follows(token);
    await proves();
    await expect(follows(token, "quinn@acme.example")).rejects.toMatchObject(refused("share-link-over"));
    expect(await listShareLinks(db)).toMatchObject([{ state: "used-up", uses: 1 }]);
  });
});

test("a link revoked between the form and the proof grants nothing; the request waits for a decision", async () => {
  const { id, token } = await aLink([await aDocument("CAIQ", "on-request")]);
  await follows(token);
  await revokeShareLink(db, await sam(), id);
  await proves();
  expect(await listGrants(db)).toEqual([]);
  expect(await listRequests(db, "waiting")).toMatchObject([{ documents: ["CAIQ"] }]);
});

test("a document made internal since is not granted, and one put under the NDA asks for it", async () => {
  const [caiq, plan] = [await aDocument("CAIQ", "on-request"), await aDocument("Plan", "on-request")];
  await anNda();
  const { token } = await aLink([caiq, plan]);
  await changeDocument(db, await ada(), { ...caiq, description: "", kind: "report", audience: "internal" });
  await changeDocument(db, await ada(), { ...plan, description: "", kind: "report", audience: "nda" });
  await follows(token);
  await proves();
  expect(await listGrants(db)).toMatchObject([{ title: "Plan", state: "waits-for-nda" }]);
});

test("following a link again counts no second use", async () => {
  const { token } = await aLink([await aDocument("CAIQ", "on-request")]);
  await follows(token);
  await proves();
  await follows(token);
  expect(await proves()).toMatchObject({ note: "You already have access to CAIQ." });
  expect(await usesOf()).toEqual([1]);
  expect(await listGrants(db)).toHaveLength(1);
});

test("a link is made for gated documents and an account with a domain only", async () => {
  await expect(aLink([await aDocument("Runbook", "internal")])).rejects.toMatchObject(
    refused("document-not-requestable"),
  );
  const caiq = await aDocument("CAIQ", "on-request");
  await expect(aLink([caiq], { domains: [] })).rejects.toMatchObject(refused("account-has-no-domain"));
});

test.runIf(inject("postgres"))(
  "two people who use the last place at the same moment: one gets in, one waits",
  async () => {
    const { token } = await aLink([await aDocument("CAIQ", "on-request")], { maxUses: 1 });
    await follows(token);
    await follows(token, "quinn@acme.example");
    const mails = (await queuedMail()).filter((mail) => mail.template === "sign-in");
    const codeFor = (email: string) => (mails.find((mail) => mail.recipient === email)!.props as { code: string }).code;

    const first = await db.startTransaction().execute();
    const one = { browserToken: "browser of pat@acme.example", code: codeFor("pat@acme.example"), client: aClient };
    await signInProspect(first, one);
    const second = proves("quinn@acme.example");
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    await second;

    expect(await usesOf()).toEqual([1]);
    expect(await listGrants(db)).toMatchObject([{ email: "pat@acme.example" }]);
    expect(await listRequests(db, "waiting")).toMatchObject([{ email: "quinn@acme.example" }]);
  },
);

test.runIf(inject("postgres"))("a proof that meets a revocation waits for it and grants nothing", async () => {
  const { id, token } = await aLink([await aDocument("CAIQ", "on-request")]);
  await follows(token);
  const seller = await sam();
  const revocation = await db.startTransaction().execute();
  await revokeShareLink(revocation, seller, id);

  const proof = proves();
  await untilSomeoneWaitsForALock();
  await revocation.commit().execute();
  await proof;

  expect(await listGrants(db)).toEqual([]);
  expect(await usesOf()).toEqual([0]);
  expect(await listRequests(db, "waiting")).toMatchObject([{ documents: ["CAIQ"] }]);
});

describe("a link with narrower limits", () => {
  test("that names addresses works for them and for no colleague, and its page shows who tried", async () => {
    const { id, token } = await aLink([await aDocument("CAIQ", "on-request")], { addresses: ["pat@acme.example"] });
    await expect(follows(token, "quinn@acme.example")).rejects.toMatchObject(refused("share-link-other-domain"));
    await follows(token);
    await proves();
    const { events } = await getShareLink(db, id);
    expect(events.map(({ kind, email }) => `${kind} ${email}`).sort()).toEqual([
      "address-given pat@acme.example",
      "refused quinn@acme.example",
      "used pat@acme.example",
    ]);
    expect(await listGrants(db)).toMatchObject([{ email: "pat@acme.example", state: "open" }]);
  });

  test("does not work before its day, and ends as many days after it as it was made for", async () => {
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const { token } = await aLink([await aDocument("CAIQ", "on-request")], { startsOn: day });
    await expect(follows(token)).rejects.toMatchObject(refused("share-link-over"));
    const [link] = await listShareLinks(db);
    expect(link).toMatchObject({ state: "not-yet", startsAt: new Date(`${day}T00:00:00Z`) });
    expect(link!.expiresAt.getTime() - link!.startsAt.getTime()).toBe(30 * 86_400_000);
  });

  test("is not made for an address on another domain", async () => {
    const made = aLink([await aDocument("CAIQ", "on-request")], { addresses: ["kim@rival.example"] });
    await expect(made).rejects.toMatchObject(refused("share-link-other-address"));
  });
});
