import { expect, test } from "vitest";
import { listGrants, revokeGrant } from "#app/domain/access/grants.server.ts";
import { saidToProspect, saidToStaff } from "#app/domain/access/happenings.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { listOwnDocuments } from "#app/domain/access/own-requests.server.ts";
import { listAccountHappenings, listRequestHappenings } from "#app/domain/access/timeline.server.ts";
import { en } from "#app/messages/en.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient, kim, pat } from "#tests/support/given.ts";
import { accepts, aDocument, anApprovedRequest, anNda } from "./scene.ts";

test("an account's timeline tells what its people asked, accepted and downloaded, and nothing of others", async () => {
  const [prospect, document] = [await pat(), await aDocument()];
  await anNda();
  const requestId = await anApprovedRequest(prospect, [document]);
  await accepts(prospect);
  await openDocument(db, prospect, { documentId: document.id, client: aClient });
  const [grant] = await listGrants(db, { personId: prospect.id });
  await revokeGrant(db, await ada(), { grantId: grant!.id, reason: "The review is over" });
  const stranger = await kim();
  await anApprovedRequest(stranger, [await aDocument("CAIQ", "on-request")]);

  const happened = await listAccountHappenings(db, prospect.companyAccountId);
  const [request] = await db.selectFrom("accessRequest").select("reference").where("id", "=", requestId).execute();
  expect(happened.map(saidToStaff)).toEqual([
    "Ada Lindqvist ended the access to SOC 2 Type II report",
    "Pat Moreau downloaded SOC 2 Type II report",
    "Pat Moreau accepted the Mutual non-disclosure agreement, version 1",
    `Ada Lindqvist approved ${request!.reference}`,
    "Pat Moreau asked for SOC 2 Type II report",
  ]);
  expect(happened.every((one) => one.at instanceof Date)).toBe(true);
  expect((await listRequestHappenings(db, requestId)).map((one) => saidToProspect(one, en))).toEqual([
    "Security ended your access to SOC 2 Type II report",
    "You downloaded SOC 2 Type II report",
    "You accepted the Mutual non-disclosure agreement, version 1",
    "Security approved your request",
    "You asked for SOC 2 Type II report",
  ]);
});

test("a prospect sees their documents with state, term and the copies they took", async () => {
  const [prospect, document] = [await pat(), await aDocument("CAIQ", "on-request")];
  await anApprovedRequest(prospect, [document]);
  const { copyId } = await openDocument(db, prospect, { documentId: document.id, client: aClient });
  expect(await listOwnDocuments(db, prospect)).toMatchObject([
    { title: "CAIQ", state: "open", pages: 2, copies: [{ copyId, at: expect.any(String) }] },
  ]);
  expect(await listOwnDocuments(db, await kim())).toEqual([]);
});
