import { describe, expect, inject, test } from "vitest";
import {
  changeAccountTerms,
  endNdaGround,
  getAccountTerms,
  makeNdaGround,
  openSignedPaper,
} from "#app/domain/access/account-terms.server.ts";
import { type NdaGroundForm, ndaGroundForm } from "#app/domain/access/account-terms.ts";
import { listGrants } from "#app/domain/access/grants.server.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { getRequest } from "#app/domain/access/request-queue.server.ts";
import { changeDocument } from "#app/domain/documents/documents.server.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, kim, pat, quinn, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { accepts, actionsOnRecord, aDocument, anApprovedRequest, anNda, aPdf, aPendingRequest } from "./scene.ts";

const refused = (code: string) => ({ code: `access.${code}` });
const reason = "Signed with the master agreement of 2025";
const waiver: NdaGroundForm = { kind: "waived", reason: "They audit us under law", signedOn: null, file: null };

async function aPaper(): Promise<NdaGroundForm> {
  const file = new File([Buffer.from(await aPdf())], "signed.pdf");
  return { kind: "signed-elsewhere", reason, signedOn: "2025-03-14", file };
}

const opens = async (documentId: string) => openDocument(db, await pat(), { documentId, client: aClient });

describe("a paper that was signed elsewhere", () => {
  test("stands in the place of the acceptance, for everyone of the account and nobody else; it is kept as it is", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    await anNda();
    await makeNdaGround(db, await ada(), { companyAccountId: prospect.companyAccountId, ...(await aPaper()) });
    for (const who of [prospect, await quinn(), await kim()]) await anApprovedRequest(who, [document]);

    const states = (await listGrants(db)).map((grant) => `${grant.name}: ${grant.state}`).sort();
    expect(states).toEqual(["Kim Berger: waits-for-nda", "Pat Moreau: open", "Quinn Sato: open"]);
    await expect(opens(document.id)).resolves.toMatchObject({ fileName: "report.pdf" });

    const { ground } = await getAccountTerms(db, prospect.companyAccountId);
    expect(ground).toMatchObject({
      kind: "signed-elsewhere",
      reason,
      signedOn: "2025-03-14",
      madeByName: "Ada Lindqvist",
    });
    const paper = await openSignedPaper(db, prospect.companyAccountId, ground!.id);
    expect(paper.bytes.equals(Buffer.from(await aPdf()))).toBe(true);
    const other = openSignedPaper(db, (await kim()).companyAccountId, ground!.id);
    await expect(other).rejects.toMatchObject(refused("paper-not-found"));
  });

  test("needs its day and its file", () => {
    const fields = ndaGroundForm
      .safeParse({ kind: "signed-elsewhere", reason })
      .error?.issues.map((one) => one.path[0]);
    expect(fields).toEqual(["signedOn", "file"]);
  });
});

describe("a waiver", () => {
  test("has a name and a reason on record, is one at a time, and is for those who decide", async () => {
    const { companyAccountId } = await pat();
    await expect(makeNdaGround(db, await sam(), { companyAccountId, ...waiver })).rejects.toMatchObject(
      refused("not-a-decider"),
    );
    await makeNdaGround(db, await ada(), { companyAccountId, ...waiver });
    const second = makeNdaGround(db, await ada(), { companyAccountId, ...waiver });
    await expect(second).rejects.toMatchObject(refused("nda-ground-in-force"));
    expect(ndaGroundForm.safeParse({ kind: "waived", reason: "no" }).success).toBe(false);
    expect((await actionsOnRecord()).at(-1)).toBe("access.nda-ground.made");
  });

  test("leaves a grant that waits for an acceptance waiting", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    await anNda();
    await anApprovedRequest(prospect, [document]);
    await makeNdaGround(db, await ada(), { companyAccountId: prospect.companyAccountId, ...waiver });
    expect(await listGrants(db)).toMatchObject([{ state: "waits-for-nda" }]);
  });

  test("that is ended closes what rested on it, also after the audience was lowered, until the NDA is accepted", async () => {
    const [prospect, document] = [await pat(), await aDocument()];
    await anNda();
    await makeNdaGround(db, await ada(), { companyAccountId: prospect.companyAccountId, ...waiver });
    await anApprovedRequest(prospect, [document]);
    const form = { id: document.id, title: document.title, description: "", kind: "report" } as const;
    await changeDocument(db, await ada(), { ...form, audience: "on-request" });
    await opens(document.id);

    await endNdaGround(db, await ada(), prospect.companyAccountId);

    await expect(opens(document.id)).rejects.toMatchObject(refused("nda-first"));
    await accepts(prospect);
    await expect(opens(document.id)).resolves.toBeDefined();
    const again = endNdaGround(db, await ada(), prospect.companyAccountId);
    await expect(again).rejects.toMatchObject(refused("no-nda-ground"));
  });

  test.runIf(inject("postgres"))(
    "that ends while a copy is being taken: the copy waits for it and is refused",
    async () => {
      const [prospect, document, staff] = [await pat(), await aDocument(), await ada()];
      await anNda();
      await makeNdaGround(db, staff, { companyAccountId: prospect.companyAccountId, ...waiver });
      await anApprovedRequest(prospect, [document]);
      const ending = await db.startTransaction().execute();
      await endNdaGround(ending, staff, prospect.companyAccountId);

      const late = expect(opens(document.id)).rejects.toMatchObject(refused("nda-first"));
      await untilSomeoneWaitsForALock();
      await ending.commit().execute();

      await late;
      expect(await db.selectFrom("download").select("id").execute()).toEqual([]);
    },
  );
});

test("the usual term of an account is where a decision starts", async () => {
  const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
  const terms = { companyAccountId: prospect.companyAccountId, defaultDays: 60, documents: [document.id] };
  await changeAccountTerms(db, await ada(), terms);
  const requestId = await aPendingRequest(prospect, [document]);
  expect(await getRequest(db, requestId)).toMatchObject({ usualDays: 60 });
  await expect(changeAccountTerms(db, await sam(), terms)).rejects.toMatchObject(refused("not-a-decider"));
});
