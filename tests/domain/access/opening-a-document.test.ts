import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { listGrants, revokeGrant } from "#app/domain/access/grants.server.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import type { Viewer } from "#app/domain/accounts/people.ts";
import { changeDocument, withdrawDocument } from "#app/domain/documents/documents.server.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, kim, pat, quinn, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { hasPdftotext, pages, pdfOf, textOfPages } from "#tests/domain/documents/pdf-corpus.ts";
import { accepts, actionsOnRecord, aDocument, anApprovedRequest, anNda, queuedMail } from "./scene.ts";

const opens = (who: Viewer, documentId: string) => openDocument(db, who, { documentId, client: aClient });
const refused = (code: string) => ({ code: `access.${code}` });
const downloads = () => db.selectFrom("download").selectAll().execute();

async function openGrant() {
  const [prospect, document] = [await pat(), await aDocument()];
  await anNda();
  await anApprovedRequest(prospect, [document]);
  await accepts(prospect);
  const [grant] = await listGrants(db, { personId: prospect.id });
  return { prospect, document, grant: grant! };
}

test.runIf(hasPdftotext)(
  "a copy carries name, e-mail, company, time and copy id on every page, and is on record before it leaves",
  async () => {
    const { prospect, document } = await openGrant();

    const file = await opens(prospect, document.id);

    const [download] = await downloads();
    expect(download).toMatchObject({ copyId: file.copyId, personId: prospect.id, documentId: document.id });
    expect(file.copyId).toMatch(/^CP-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const pages = textOfPages(file.bytes);
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(page).toContain("Pat Moreau");
      expect(page).toContain("pat@acme.example");
      expect(page).toContain("Acme GmbH");
      expect(page).toContain(file.copyId);
      expect(page).toMatch(/\d{1,2} \w{3} \d{4}, \d\d:\d\d UTC/);
    }
    expect((await actionsOnRecord()).at(-1)).toBe("access.document.downloaded");
  },
);

describe("a gated document stays closed", () => {
  test("to a visitor", async () => {
    const document = await aDocument();
    await expect(opens({ kind: "visitor" }, document.id)).rejects.toMatchObject(refused("sign-in-first"));
  });

  test("until the NDA that the grant requires is accepted", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    await anNda();
    await anApprovedRequest(prospect, [document]);

    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("nda-first"));
    expect(await downloads()).toEqual([]);
  });

  test("to a colleague of the same company, also one who accepted the NDA", async () => {
    const { document } = await openGrant();
    const colleague = await quinn();
    await accepts(colleague);
    await expect(opens(colleague, document.id)).rejects.toMatchObject(refused("no-grant"));
  });

  test("to another company", async () => {
    const { document } = await openGrant();
    await expect(opens(await kim(), document.id)).rejects.toMatchObject(refused("no-grant"));
  });

  test("when another document was granted", async () => {
    const { prospect } = await openGrant();
    const other = await aDocument("Penetration test");
    await expect(opens(prospect, other.id)).rejects.toMatchObject(refused("no-grant"));
  });

  test("from the moment that the grant runs out on the database's clock", async () => {
    const { prospect, document } = await openGrant();
    await sql`update access_grant set starts_at = now() - interval '31 days', expires_at = now()`.execute(db);
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("grant-expired"));
  });

  test("once the grant is revoked", async () => {
    const { prospect, document, grant } = await openGrant();
    await revokeGrant(db, await ada(), { grantId: grant.id, reason: "The review is over" });
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("grant-revoked"));
    expect(await downloads()).toEqual([]);
  });

  test("once one of two grants of it is revoked: nothing is left over", async () => {
    const { prospect, document, grant } = await openGrant();
    await sql`insert into access_grant (person_id, document_id, days, granted_by, starts_at, expires_at)
      select person_id, document_id, 90, granted_by, now(), now() + interval '90 days' from access_grant`.execute(db);
    await revokeGrant(db, await ada(), { grantId: grant.id, reason: "The review is over" });
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("grant-revoked"));
  });

  test("once it is withdrawn or made internal", async () => {
    const { prospect, document } = await openGrant();
    const form = { id: document.id, title: document.title, description: "", kind: "report" } as const;
    await changeDocument(db, await ada(), { ...form, audience: "internal" });
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("document-not-found"));
    await changeDocument(db, await ada(), { ...form, audience: "nda" });
    await withdrawDocument(db, await ada(), document.id);
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("document-not-found"));
  });

  test("once it is put under the NDA, until the person accepts the version in force", async () => {
    const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
    await anApprovedRequest(prospect, [document]);
    await opens(prospect, document.id);
    await changeDocument(db, await ada(), { ...document, description: "", kind: "report", audience: "nda" });

    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("nda-first"));
    await anNda();
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("nda-first"));
    await accepts(prospect);
    await expect(opens(prospect, document.id)).resolves.toMatchObject({ fileName: "report.pdf" });
  });

  test("to a person who was disabled, whatever their browser still holds", async () => {
    const { prospect, document } = await openGrant();
    await db.updateTable("person").set({ disabledAt: new Date() }).where("id", "=", prospect.id).execute();
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("no-grant"));
  });
});

test("lowering the audience does not lift the NDA that a grant was made under", async () => {
  const [prospect, document] = [await pat(), await aDocument()];
  await anNda();
  await anApprovedRequest(prospect, [document]);
  await changeDocument(db, await ada(), { ...document, description: "", kind: "report", audience: "on-request" });
  await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("nda-first"));
});

test("what cannot be stamped does not leave, and the trail says why", async () => {
  const { prospect, document } = await openGrant();
  await sql`insert into document_version (document_id, number, sha256, file_name, media_type, size_bytes, stampable)
    values (${document.id}, 2, ${"ab".repeat(32)}, 'gone.pdf', 'application/pdf', 10, true)`.execute(db);

  await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("copy-not-made"));

  const refusal = await db.selectFrom("auditEvent").selectAll().orderBy("seq", "desc").executeTakeFirstOrThrow();
  expect(refusal).toMatchObject({ action: "access.document.refused", actorId: prospect.id });
  expect(refusal.details).toMatchObject({ why: expect.stringContaining("missing") });
});

test("a public document is for everyone, as it is, and leaves no trace of who read it", async () => {
  const document = await aDocument("Security overview", "public");
  const file = await opens({ kind: "visitor" }, document.id);
  expect(file).toMatchObject({ copyId: null, mediaType: "application/pdf" });
  if (hasPdftotext) expect(textOfPages(file.bytes).join()).not.toContain("CP-");
  expect(await downloads()).toEqual([]);
});

test("staff open gated documents stamped with their own name; internal ones are not for sales", async () => {
  const [gated, internal] = [await aDocument(), await aDocument("Runbook", "internal")];
  const seller = await sam();
  const file = await opens(seller, gated.id);
  if (hasPdftotext) expect(textOfPages(file.bytes)[0]).toContain("Sam Castellan");
  expect((await actionsOnRecord()).at(-1)).toBe("access.document.downloaded");
  await expect(opens(seller, internal.id)).rejects.toMatchObject(refused("document-not-found"));
  expect((await opens(await ada(), internal.id)).copyId).not.toBeNull();
});

test("a person takes at most 20 copies of one document a day", async () => {
  const { prospect, document } = await openGrant();
  await sql`insert into rate_limit (key, window_start, hits) values (${`download-document:${prospect.id}:${document.id}`},
    to_timestamp(floor(extract(epoch from now()) / 86400) * 86400), 20)`.execute(db);
  await expect(opens(prospect, document.id)).rejects.toMatchObject({ code: "accounts.too-many-tries" });
});

describe.runIf(inject("postgres"))("a download and a revocation at the same moment", () => {
  test("when the revocation is first, the download waits for it and is refused", async () => {
    const { prospect, document, grant } = await openGrant();
    const staff = await ada();
    const revocation = await db.startTransaction().execute();
    await revokeGrant(revocation, staff, { grantId: grant.id, reason: "The review is over" });

    const late = expect(opens(prospect, document.id)).rejects.toMatchObject(refused("grant-revoked"));
    await untilSomeoneWaitsForALock();
    await revocation.commit().execute();

    await late;
    expect(await downloads()).toEqual([]);
  });

  test("when the download is first, the revocation waits and the chain shows that order", async () => {
    const { prospect, document, grant } = await openGrant();
    const staff = await ada();
    const download = await db.startTransaction().execute();
    await openDocument(download, prospect, { documentId: document.id, client: aClient });

    const revocation = revokeGrant(db, staff, { grantId: grant.id, reason: "The review is over" });
    await untilSomeoneWaitsForALock();
    await download.commit().execute();
    await revocation;

    expect((await actionsOnRecord()).slice(-2)).toEqual(["access.document.downloaded", "access.grant.revoked"]);
    expect(await downloads()).toHaveLength(1);
    await expect(opens(prospect, document.id)).rejects.toMatchObject(refused("grant-revoked"));
  });
});

test("a copy that is on its way is cut when the grant is revoked, or the person disabled", async () => {
  const { prospect, document, grant } = await openGrant();
  const file = await opens(prospect, document.id);
  expect(await file.stillOpen()).toBe(true);
  await revokeGrant(db, await ada(), { grantId: grant.id, reason: "The review is over" });
  expect(await file.stillOpen()).toBe(false);
});

test("the ledger holds the hash of each copy, as it left, and the key that marked it", async () => {
  const { prospect, document } = await openGrant();
  const copies = [await opens(prospect, document.id), await opens(await ada(), document.id)];
  const ledger = await db.selectFrom("issuedCopy").selectAll().orderBy("issuedAt").execute();
  expect(ledger.map(({ copyId, sha256: hash }) => [copyId, hash])).toEqual(
    copies.map(({ copyId, bytes }) => [copyId, sha256(bytes)]),
  );
  expect(new Set(ledger.map(({ markingKeyId }) => markingKeyId)).size).toBe(1);
  const [download] = await downloads();
  expect(download).toMatchObject({ copyId: copies[0]!.copyId, at: ledger[0]!.issuedAt });
  await expect(sql`update issued_copy set sha256 = ${"0".repeat(64)}`.execute(db)).rejects.toThrow("append-only");
});

describe.runIf(inject("postgres"))("an upload and a download at the same moment", () => {
  test("a document that was replaced while the copy was made is not given out in its old version", async () => {
    const { prospect, document } = await openGrant();
    const upload = await db.startTransaction().execute();
    const other = { documentId: document.id, fileName: "new.pdf", bytes: await pdfOf(pages(1)), note: "" };
    await uploadVersion(upload, await ada(), other);
    const late = expect(opens(prospect, document.id)).rejects.toMatchObject(refused("replaced-meanwhile"));
    await untilSomeoneWaitsForALock();
    await upload.commit().execute();
    await late;
    expect(await downloads()).toEqual([]);
  });
});

test("those who keep documents are told once that a copy could not be made, however often it is tried", async () => {
  const { prospect, document } = await openGrant();
  await sql`insert into document_version (document_id, number, sha256, file_name, media_type, size_bytes, stampable)
    values (${document.id}, 2, ${"ab".repeat(32)}, 'gone.pdf', 'application/pdf', 10, true)`.execute(db);
  for (let n = 0; n < 3; n++) await opens(prospect, document.id).catch(() => {});
  const mails = (await queuedMail()).filter(({ template }) => template === "copy-refused");
  expect(mails.map(({ recipient }) => recipient)).toEqual(["ada@vendor.example"]);
  expect(mails[0]!.props).toMatchObject({ title: document.title });
});
