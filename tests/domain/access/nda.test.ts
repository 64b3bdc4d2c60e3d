import { createHash } from "node:crypto";
import { sql } from "kysely";
import { http, passthrough } from "msw";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { getAcceptance } from "#app/domain/access/acceptance-record.server.ts";
import { acceptNda } from "#app/domain/access/acceptances.server.ts";
import { approveRequest } from "#app/domain/access/decisions.server.ts";
import { listGrants, revokeGrant } from "#app/domain/access/grants.server.ts";
import { listNdasToAccept, publishNdaVersion } from "#app/domain/access/nda.server.ts";
import { readNdaText, sendNdaFile } from "#app/domain/access/nda-file.server.ts";
import { acceptanceCertificate } from "#app/domain/access/nda-certificate-pdf.server.tsx";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { presentNda } from "#app/domain/access/presented-nda.server.ts";
import { sealHolds, sealOf } from "#app/domain/access/seal.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, kim, pat, quinn, sam } from "#tests/support/given.ts";
import { server } from "#tests/support/msw.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { hasPdftotext, textOfPages } from "#tests/domain/documents/pdf-corpus.ts";
import {
  accepts,
  actionsOnRecord,
  aDocument,
  anApprovedRequest,
  anNda,
  aPdf,
  aPendingRequest,
  isSignedIn,
  ndaText,
  newNda,
  queuedMail,
  sessionHash,
} from "./scene.ts";

const refused = (code: string) => ({ code: `access.${code}` });
const someone = async () => ({ prospect: await pat(), nda: await anNda() });

test("an acceptance holds the text, the verified address, what was typed, and how it came about", async () => {
  const { prospect, nda } = await someone();
  const { id } = await accepts(prospect, nda.id, { fullName: "Patricia Moreau" });

  const acceptance = await getAcceptance(db, prospect, id);
  expect(acceptance).toMatchObject({
    ndaSha256: createHash("sha256").update(ndaText).digest("hex"),
    ndaBody: ndaText,
    email: "pat@acme.example",
    fullName: "Patricia Moreau",
    company: "Acme GmbH",
    authorised: true,
    provedBy: "code",
    ipAddress: aClient.ipAddress,
    userAgent: aClient.userAgent,
    sessionHash,
    consentSentence: expect.stringContaining("Mutual non-disclosure agreement, version 1"),
    buttonLabel: "Accept the NDA",
    pageSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(acceptance.events.map((event) => event.name)).toEqual(["presented", "authority-confirmed", "accepted"]);
  expect(acceptance.events[0]!.serverTime <= acceptance.events.at(-1)!.serverTime).toBe(true);
  expect((await actionsOnRecord()).at(-1)).toBe("access.nda.accepted");
  expect((await queuedMail()).at(-1)).toMatchObject({ recipient: "pat@acme.example", template: "nda-accepted" });
});

test("accepting starts the grants that waited for this version, from that moment", async () => {
  const { prospect } = await someone();
  await anApprovedRequest(prospect, [await aDocument()], 14);
  expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "waits-for-nda", expiresAt: null }]);

  const { id } = await accepts(prospect);

  const [grant] = await listGrants(db, { personId: prospect.id });
  const { acceptedAt, accessRequestId } = await getAcceptance(db, prospect, id);
  expect(grant).toMatchObject({ state: "open", accessRequestId });
  expect(grant!.expiresAt!.getTime() - acceptedAt.getTime()).toBeGreaterThanOrEqual(14 * 86_400_000);
  expect((await actionsOnRecord()).slice(-2)).toEqual(["access.nda.accepted", "access.grant.started"]);
});

test("accepting another version does not start a grant that waits for this one", async () => {
  const { prospect } = await someone();
  await anApprovedRequest(prospect, [await aDocument()]);
  await anNda(`${ndaText} Or four.`);
  await accepts(prospect);
  expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "waits-for-nda", startsAt: null }]);
});

test("accepting does not start a grant that was revoked while it waited", async () => {
  const { prospect } = await someone();
  await anApprovedRequest(prospect, [await aDocument()]);
  const [grant] = await listGrants(db, { personId: prospect.id });
  await revokeGrant(db, await ada(), { grantId: grant!.id, reason: "Wrong person" });
  await accepts(prospect);
  expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "revoked", startsAt: null }]);
});

test("one person accepts a version once; a colleague accepts for themselves", async () => {
  const { prospect } = await someone();
  await accepts(prospect);
  await expect(accepts(prospect)).rejects.toMatchObject(refused("nda-already-accepted"));
  await accepts(await quinn());
  expect(await db.selectFrom("ndaAcceptance").select("personId").execute()).toHaveLength(2);
});

test("a page that was shown to someone else, in another session, or for another version is not accepted", async () => {
  const { prospect, nda } = await someone();
  const next = await anNda(`${ndaText} Or four.`);
  const presented = await presentNda(db, prospect, { ndaVersionId: nda.id, sessionHash });
  const [at, stamp] = presented.split("~");
  const sends = (who: typeof prospect, ndaVersionId: string, page: string, session = sessionHash) =>
    acceptNda(db, who, {
      ndaVersionId,
      form: { fullName: "Pat", title: "Analyst", company: "Acme", authorised: "yes", presented: page },
      client: aClient,
      sessionHash: session,
      provedBy: "code",
      httpRequestId: "a request",
    });
  await isSignedIn(prospect);
  const outOfDate = refused("page-out-of-date");
  const shownToQuinn = await presentNda(db, await quinn(), { ndaVersionId: next.id, sessionHash });
  await expect(sends(prospect, next.id, shownToQuinn)).rejects.toMatchObject(outOfDate);
  await expect(sends(prospect, next.id, presented)).rejects.toMatchObject(outOfDate);
  const current = await presentNda(db, prospect, { ndaVersionId: next.id, sessionHash });
  await expect(sends(prospect, next.id, current, "another session")).rejects.toMatchObject(outOfDate);
  await expect(sends(prospect, next.id, `${at}1~${stamp}`)).rejects.toMatchObject(outOfDate);
  await expect(sends(prospect, next.id, "")).rejects.toMatchObject(outOfDate);
  await expect(sends(prospect, next.id, current)).resolves.toBeDefined();
});

test("an earlier version is offered only to whom a grant asks it of", async () => {
  const [prospect, stranger] = [await pat(), await kim()];
  const first = await anNda();
  await anApprovedRequest(prospect, [await aDocument()]);
  await anNda(`${ndaText} Or four.`);
  await expect(accepts(stranger, first.id)).rejects.toMatchObject(refused("nda-version-not-found"));
  await accepts(prospect, first.id);
  expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "open" }]);
});

test("a new version leaves what was accepted before as it was", async () => {
  const { prospect } = await someone();
  await anApprovedRequest(prospect, [await aDocument()]);
  const { id } = await accepts(prospect);
  await anNda(`${ndaText} Or four.`);
  expect(await getAcceptance(db, prospect, id)).toMatchObject({ ndaNumber: 1, ndaBody: ndaText });
  expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "open" }]);
});

describe("a material change", () => {
  test("asks those who accepted before to accept again before the next download, and their term goes on", async () => {
    const { prospect } = await someone();
    const document = await aDocument();
    await anApprovedRequest(prospect, [document]);
    await accepts(prospect);
    const [before] = await listGrants(db, { personId: prospect.id });
    const second = await anNda(`${ndaText} Or four.`, { material: true });
    expect(await listGrants(db, { personId: prospect.id })).toMatchObject([
      { state: "waits-for-nda", requiredNdaVersionId: second.id },
    ]);
    await expect(openDocument(db, prospect, { documentId: document.id, client: aClient })).rejects.toMatchObject(
      refused("nda-first"),
    );
    expect(await listNdasToAccept(db, prospect.id)).toEqual([{ ndaVersionId: second.id, documents: 1 }]);

    await accepts(prospect, second.id);

    expect(await listGrants(db, { personId: prospect.id })).toMatchObject([
      { state: "open", expiresAt: before!.expiresAt },
    ]);
    expect(await db.selectFrom("ndaAcceptance").select("id").execute()).toHaveLength(2);
  });

  test("is met by a later version as well, and a grant that still waited starts with it", async () => {
    const { prospect } = await someone();
    await anApprovedRequest(prospect, [await aDocument()]);
    await anNda(`${ndaText} Or four.`, { material: true });
    const third = await anNda(`${ndaText} Or five.`);
    await accepts(prospect, third.id);
    expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "open" }]);
    await anNda(`${ndaText} Or six.`);
    expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "open" }]);
  });
});

describe("an agreement as a PDF", () => {
  const aPdfVersion = async () => {
    const file = new File([Buffer.from(await aPdf())], "nda.pdf");
    return publishNdaVersion(db, await ada(), { ...newNda(), text: await readNdaText("", file) });
  };

  test("is accepted by its exact bytes, and only after the server sent it in this session", async () => {
    const prospect = await pat();
    const { id } = await aPdfVersion();
    await expect(accepts(prospect, id)).rejects.toMatchObject(refused("nda-not-read"));
    const { bytes } = await sendNdaFile(db, prospect, { ndaVersionId: id, sessionHash });
    const acceptance = await getAcceptance(db, prospect, (await accepts(prospect, id)).id);
    expect(acceptance.ndaSha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(bytes.equals(Buffer.from(await aPdf()))).toBe(true);
    expect(acceptance.events.map((event) => event.name)).toContain("file-sent");
  });

  test("stands alone: a text beside it, no text at all, or a file that is no PDF is refused with what to do", async () => {
    const file = new File([Buffer.from(await aPdf())], "nda.pdf");
    await expect(readNdaText(ndaText, file)).rejects.toMatchObject(refused("nda-has-two-texts"));
    await expect(readNdaText("", null)).rejects.toMatchObject(refused("nda-has-no-text"));
    await expect(readNdaText("", new File(["plain"], "nda.txt"))).rejects.toMatchObject(refused("nda-is-no-pdf"));
    const large = new File([Buffer.alloc(10 * 1024 * 1024 + 1)], "nda.pdf");
    await expect(readNdaText("", large)).rejects.toMatchObject(refused("nda-too-large"));
  });
});

test("versions and acceptances cannot be changed or deleted", async () => {
  const { prospect } = await someone();
  await accepts(prospect);
  for (const statement of [
    sql`update nda_acceptance set full_name = 'Someone Else'`,
    sql`delete from nda_acceptance`,
    sql`truncate nda_acceptance cascade`,
    sql`update nda_version set body = 'Anything goes'`,
    sql`delete from nda_version`,
  ]) {
    await expect(statement.execute(db)).rejects.toThrow("append-only");
  }
});

test("publishing is for security and admin, and a text already in force is not published again", async () => {
  const form = newNda();
  await expect(publishNdaVersion(db, await sam(), form)).rejects.toMatchObject(refused("not-a-decider"));
  await anNda();
  await expect(publishNdaVersion(db, await ada(), form)).rejects.toMatchObject(refused("nda-unchanged"));
});

test("an acceptance is there for its signer and for staff, and for nobody else", async () => {
  const { prospect } = await someone();
  const { id } = await accepts(prospect);
  await expect(getAcceptance(db, await quinn(), id)).rejects.toMatchObject(refused("acceptance-not-found"));
  expect((await getAcceptance(db, await sam(), id)).id).toBe(id);
});

describe("the seal", () => {
  test("recomputes from the stored row", async () => {
    const { prospect } = await someone();
    const { id } = await accepts(prospect);
    expect(sealHolds(await getAcceptance(db, prospect, id))).toBe(true);
  });

  test("breaks when any sealed field is changed", async () => {
    const { prospect } = await someone();
    await anApprovedRequest(prospect, [await aDocument()]);
    const { id } = await accepts(prospect);
    const {
      seal,
      ndaNumber: _number,
      ndaTitle: _title,
      ndaBody: _body,
      ndaFormat: _format,
      ...sealed
    } = await getAcceptance(db, prospect, id);
    const changed = (value: unknown): unknown => {
      if (typeof value === "boolean") return !value;
      if (value instanceof Date) return new Date(value.getTime() + 1);
      if (Array.isArray(value)) return [...(value as unknown[]), "one more"];
      return `${value as string}x`;
    };
    const fields = Object.keys(sealed) as (keyof typeof sealed)[];
    expect(fields).toHaveLength(30);
    for (const field of fields) {
      expect(sealOf({ ...sealed, [field]: changed(sealed[field]) }), field).not.toBe(seal);
    }
  });

  test("does not take the end of one field for the beginning of the next", () => {
    const base = {
      ndaSha256: "",
      personId: "",
      companyAccountId: null,
      email: "",
      consentSentence: "",
      buttonLabel: "",
    };
    const more = { pageSha256: "", provedBy: "", ipAddress: "", userAgent: "", sessionHash: "", accessRequestId: null };
    const added = { language: "", pageTemplate: "", httpRequestId: "", proofEventId: "", provedAt: null, purpose: "" };
    const last = { obligationsUntil: null, grants: [], mailId: "", sealFormat: "candor-acceptance-2" };
    const first = { id: "", ndaVersionId: "", authorised: true, events: [], acceptedAt: new Date(0) };
    const rest = { ...base, ...more, ...added, ...last, ...first };
    const one = sealOf({ ...rest, fullName: "Pat Moreau", title: "Analyst", company: "Acme" });
    expect(sealOf({ ...rest, fullName: "Pat Moreau", title: "AnalystAcme", company: "" })).not.toBe(one);
    expect(sealOf({ ...rest, fullName: "Pat", title: " MoreauAnalyst", company: "Acme" })).not.toBe(one);
  });
});

describe("the certificate", () => {
  // The PDF renderer loads its layout engine from a data: address inside its own file.
  beforeEach(() => server.use(http.get(/octet-stream/, () => passthrough())));

  test.runIf(hasPdftotext)("names the signer in any script, the text and the seal", async () => {
    const { prospect } = await someone();
    for (const [who, fullName] of [
      [prospect, "Łukasz Şule Čech"],
      [await quinn(), "Ελένη Παπαδοπούλου"],
      [await kim(), "Дмитрий Волков"],
    ] as const) {
      const acceptance = await getAcceptance(db, who, (await accepts(who, undefined, { fullName })).id);
      const text = textOf(await acceptanceCertificate(acceptance, "Pellworth"));
      expect(text).toContain(fullName);
      expect(text).toContain(who.email);
      expect(text).toContain(aClient.ipAddress);
      expect(text).toContain(`Acceptance ${acceptance.id}, page 1 of 2`);
      expect(text.replaceAll(/\s/g, "")).toContain(acceptance.seal);
      expect(text.replaceAll(/\s/g, "")).toContain(acceptance.ndaSha256);
    }
  });

  test.runIf(hasPdftotext).each(["Nguyễn Thị Ánh", "王芳", "たなか さくら", "김민수", "שרה כהן", "محمد علي"])(
    "prints %s so that a search finds it",
    async (fullName) => {
      const { prospect } = await someone();
      const { id } = await accepts(prospect, undefined, { fullName });
      const text = textOf(await acceptanceCertificate(await getAcceptance(db, prospect, id), "Pellworth"));
      expect(text.replace(/[\u202A-\u202E]/g, "")).toContain(fullName);
    },
  );

  test.runIf(hasPdftotext)("gives the address where the fonts lack a character of the name, and says so", async () => {
    const { prospect } = await someone();
    const { id } = await accepts(prospect, undefined, { fullName: "สมชาย" });
    const text = textOf(await acceptanceCertificate(await getAcceptance(db, prospect, id), "Pellworth"));
    expect(text).toContain("pat@acme.example accepted");
    expect(text).toContain("smchay (in Latin letters; the record holds it as it was written)");
  });
});

test.runIf(inject("postgres"))("an approval at the same moment as the acceptance leaves no grant waiting", async () => {
  const { prospect } = await someone();
  const document = await aDocument();
  const requestId = await aPendingRequest(prospect, [document]);
  const staff = await ada();
  const approval = await db.startTransaction().execute();
  await approveRequest(approval, staff, { requestId, documents: [{ documentId: document.id, days: 30 }] });

  const acceptance = accepts(prospect);
  await untilSomeoneWaitsForALock();
  await approval.commit().execute();
  await acceptance;

  expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "open" }]);
});

describe.runIf(inject("postgres"))("an acceptance and a new version at the same moment", () => {
  test("when the version is first, the acceptance of the old one waits and is refused", async () => {
    const { prospect, nda } = await someone();
    await isSignedIn(prospect);
    const publication = await db.startTransaction().execute();
    await publishNdaVersion(publication, await ada(), newNda(`${ndaText} Or four.`, { material: true }));

    const late = expect(accepts(prospect, nda.id)).rejects.toMatchObject(refused("nda-version-not-found"));
    await untilSomeoneWaitsForALock();
    await publication.commit().execute();

    await late;
    expect(await db.selectFrom("ndaAcceptance").select("id").execute()).toEqual([]);
  });

  test("when the acceptance is first, the version waits, and then asks for more", async () => {
    const { prospect, nda } = await someone();
    await anApprovedRequest(prospect, [await aDocument()]);
    const acceptance = await db.startTransaction().execute();
    await isSignedIn(prospect);
    await accepts(prospect, nda.id, {}, acceptance);

    const publication = anNda(`${ndaText} Or four.`, { material: true });
    await untilSomeoneWaitsForALock();
    await acceptance.commit().execute();
    await publication;

    expect((await actionsOnRecord()).slice(-3)).toEqual([
      "access.nda.accepted",
      "access.grant.started",
      "access.nda.published",
    ]);
    expect(await listGrants(db, { personId: prospect.id })).toMatchObject([{ state: "waits-for-nda" }]);
  });
});

const textOf = (bytes: Uint8Array) => textOfPages(bytes).join("\n").normalize("NFC");
