import { expect, test } from "vitest";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { findReceipt } from "#app/domain/access/receipts.server.ts";
import { changeDocument, withdrawDocument } from "#app/domain/documents/documents.server.ts";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { pages, pdfOf } from "#tests/domain/documents/pdf-corpus.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient } from "#tests/support/given.ts";
import { aDocument } from "./scene.ts";

const receiptOf = (typed: string) => findReceipt(db, typed, aClient);

async function aCopy() {
  const [staff, document] = [await ada(), await aDocument()];
  const { copyId } = await openDocument(db, staff, { documentId: document.id, client: aClient });
  return { staff, document, copyId: copyId! };
}

test("anyone learns that a copy is genuine, of what and when, and nothing of its holder", async () => {
  const { copyId, document, staff } = await aCopy();
  const receipt = await receiptOf(copyId.toLowerCase());
  expect(receipt).toEqual({ copyId, title: document.title, state: "current", issuedAt: expect.any(Date) });
  expect(JSON.stringify(receipt)).not.toContain(staff.name);
});

test("a receipt says when a newer version has replaced the copy's", async () => {
  const { copyId, document, staff } = await aCopy();
  const file = { documentId: document.id, fileName: "new.pdf", bytes: await pdfOf(pages(1)), note: "" };
  await uploadVersion(db, staff, file);
  expect(await receiptOf(copyId)).toMatchObject({ state: "superseded", title: document.title });
});

test("the title of a document that is not listed is not told", async () => {
  const { copyId, document, staff } = await aCopy();
  await changeDocument(db, staff, { ...document, description: "", kind: "report", audience: "internal" });
  expect(await receiptOf(copyId)).toMatchObject({ state: "current", title: null });
  await withdrawDocument(db, staff, document.id);
  expect(await receiptOf(copyId)).toMatchObject({ state: "withdrawn", title: null });
});

test("an id that no copy was given out under has no receipt", async () => {
  await aCopy();
  for (const typed of ["CP-2222-2222", "CP-0000-0000", "", "%27 or 1=1", "CP".repeat(200)]) {
    expect(await receiptOf(typed)).toBeNull();
  }
});

test("an address asks for at most 30 receipts an hour", async () => {
  for (let n = 0; n < 30; n++) await receiptOf("CP-2222-2222");
  await expect(receiptOf("CP-2222-2222")).rejects.toMatchObject({ code: "accounts.too-many-tries" });
});
