import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { addDocument, changeDocument, getDocument, listDocuments } from "#app/domain/documents/documents.server.ts";
import { listRequestableDocuments, withdrawDocument } from "#app/domain/documents/documents.server.ts";
import type { Audience } from "#app/domain/documents/document-words.ts";
import { openStoredFile } from "#app/domain/documents/stored-file.server.ts";
import {
  addDocumentWithFile,
  currentVersion,
  listVersions,
  uploadVersion,
} from "#app/domain/documents/versions.server.ts";
import { listAuditEvents } from "#app/domain/audit/trail.server.ts";
import { env } from "#app/platform/env.server.ts";
import { StoredFileDamaged } from "#app/platform/file-store.server.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { pages, pdfOf } from "./pdf-corpus.ts";

const form = (audience: Audience = "internal", title = "SOC 2 report") =>
  ({ title, description: "", kind: "report", audience }) as const;
const nowhere = "00000000-0000-4000-8000-000000000000";
const unstampable = () => pdfOf([{ raw: "BT (never ends" }]);

async function aDocument(audience: Audience = "internal", title?: string) {
  return (await addDocument(db, await ada(), form(audience, title))).id;
}

async function upload(documentId: string, bytes: Uint8Array, fileName = "report.pdf") {
  return uploadVersion(db, await ada(), { documentId, fileName, bytes, note: "" });
}

describe("Documents", () => {
  it("are kept by security and admins, and only read by sales", async () => {
    const id = (await addDocument(db, await ruth(), form())).id;
    const salesman = await sam();
    const refused = { name: "NotAllowed", code: "documents.security-keeps-them" };
    const bytes = await pdfOf(pages(1));
    await expect(addDocument(db, salesman, form())).rejects.toMatchObject(refused);
    await expect(changeDocument(db, salesman, { id, ...form() })).rejects.toMatchObject(refused);
    await expect(withdrawDocument(db, salesman, id)).rejects.toMatchObject(refused);
    const sent = { documentId: id, fileName: "a.pdf", bytes, note: "" };
    await expect(uploadVersion(db, salesman, sent)).rejects.toMatchObject(refused);
    expect(await getDocument(db, id)).toMatchObject({ title: "SOC 2 report", withdrawnAt: null, version: null });
  });

  it("are listed in the order they were added, with their newest version", async () => {
    const [first, second] = [await aDocument("public", "One"), await aDocument("internal", "Two")];
    await upload(first, await pdfOf(pages(1)));
    await upload(first, await pdfOf(pages(2)), "../Report 2026.pdf");
    expect(await listDocuments(db)).toMatchObject([
      { id: first, title: "One", version: { number: 2, pages: 2, fileName: "Report 2026.pdf", stampable: true } },
      { id: second, title: "Two", version: null },
    ]);
  });

  it("come with their file, or not at all when it is refused", async () => {
    const file = { fileName: "report.pdf", bytes: await pdfOf(pages(2)), note: "As issued" };
    const { id } = await addDocumentWithFile(db, await ada(), { form: form("nda"), file });
    expect(await getDocument(db, id)).toMatchObject({ audience: "nda", version: { number: 1, pages: 2 } });

    const swallowing = { ...file, bytes: await unstampable() };
    const refused = addDocumentWithFile(db, await ada(), { form: form("nda"), file: swallowing });
    await expect(refused).rejects.toMatchObject({ code: "documents.not-stampable" });
    expect(await listDocuments(db)).toHaveLength(1);
  });

  it("can be asked for once they are gated and there to be opened", async () => {
    const [gated, underNda] = [await aDocument("on-request", "Gated"), await aDocument("nda", "NDA")];
    for (const audience of ["public", "internal"] as const)
      await upload(await aDocument(audience), await pdfOf(pages(1)));
    expect(await listRequestableDocuments(db)).toEqual([]);
    for (const id of [gated, underNda]) await upload(id, await pdfOf(pages(1)));
    expect((await listRequestableDocuments(db)).map((one) => one.title)).toEqual(["Gated", "NDA"]);
  });

  it("leave every list once withdrawn, and stay on record", async () => {
    const id = await aDocument("nda");
    await upload(id, await pdfOf(pages(1)));
    await withdrawDocument(db, await ada(), id);
    expect(await listDocuments(db)).toEqual([]);
    expect(await listRequestableDocuments(db)).toEqual([]);
    expect(await listDocuments(db, { withdrawn: true })).toMatchObject([{ id, version: { number: 1 } }]);
    const gone = { name: "Conflict", code: "documents.withdrawn" };
    await expect(withdrawDocument(db, await ada(), id)).rejects.toMatchObject(gone);
    await expect(changeDocument(db, await ada(), { id, ...form() })).rejects.toMatchObject(gone);
    await expect(upload(id, await pdfOf(pages(2)))).rejects.toMatchObject(gone);
  });

  it("put each change on the trail", async () => {
    const id = await aDocument("internal", "Policy");
    await upload(id, await pdfOf(pages(1)));
    await changeDocument(db, await ada(), { id, ...form("nda", "Policy") });
    await withdrawDocument(db, await ada(), id);
    const { events } = await listAuditEvents(db, { subjectId: id });
    expect(events.map((event) => event.action)).toEqual([
      "documents.document.withdrawn",
      "documents.document.changed",
      "documents.version.uploaded",
      "documents.document.added",
    ]);
    expect(events[1]!.details).toMatchObject({ audienceBefore: "internal", audience: "nda" });
    expect(events[2]!.details).toMatchObject({ version: 1, sha256: (await currentVersion(db, id))!.sha256 });
  });

  it("that do not exist are not found", async () => {
    const lost = { name: "NotFound" };
    await expect(getDocument(db, nowhere)).rejects.toMatchObject(lost);
    await expect(withdrawDocument(db, await ada(), nowhere)).rejects.toMatchObject(lost);
    await expect(upload(nowhere, await pdfOf(pages(1)))).rejects.toMatchObject(lost);
    expect(await currentVersion(db, nowhere)).toBeNull();
  });
});

describe("A version", () => {
  it("is never changed: each upload is a new one, and the old ones stay", async () => {
    const id = await aDocument();
    await upload(id, await pdfOf(pages(1)));
    await upload(id, await pdfOf(pages(2)));
    expect(await listVersions(db, id)).toMatchObject([
      { number: 2, pages: 2, uploadedByName: "Ada Lindqvist" },
      { number: 1, pages: 1 },
    ]);
    await expect(db.updateTable("documentVersion").set({ pages: 9 }).execute()).rejects.toThrow();
    await expect(db.deleteFrom("documentVersion").execute()).rejects.toThrow();
  });

  it("is not made from the file that is there already", async () => {
    const [id, bytes] = [await aDocument(), await pdfOf(pages(1))];
    await upload(id, bytes);
    await expect(upload(id, bytes)).rejects.toMatchObject({ code: "documents.same-file" });
    expect(await listVersions(db, id)).toHaveLength(1);
  });

  it("opens as it was uploaded", async () => {
    const [id, bytes] = [await aDocument(), await pdfOf(pages(1))];
    await upload(id, bytes);
    const { sha256, sizeBytes } = (await currentVersion(db, id))!;
    expect(sizeBytes).toBe(bytes.length);
    expect((await openStoredFile(sha256)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("does not open once a byte of it has changed or it is gone", async () => {
    const id = await aDocument();
    await upload(id, await pdfOf(pages(3)));
    const { sha256 } = (await currentVersion(db, id))!;
    const place = join(env.dataDir, "files", sha256.slice(0, 2), sha256);
    const bytes = await readFile(place);
    bytes[100]! ^= 1;
    await writeFile(place, bytes);
    await expect(openStoredFile(sha256)).rejects.toBeInstanceOf(StoredFileDamaged);
    await expect(openStoredFile("0".repeat(64))).rejects.toBeInstanceOf(StoredFileDamaged);
  });

  it("leaves no row when its file is refused", async () => {
    const id = await aDocument();
    await expect(upload(id, Buffer.from("%PDF-1.7 no"))).rejects.toMatchObject({ code: "documents.pdf-damaged" });
    expect(await listVersions(db, id)).toEqual([]);
  });
});

describe("What cannot be stamped", () => {
  const refused = { name: "Invalid", code: "documents.not-stampable" };

  it.each(["on-request", "nda"] as const)("is not taken as a version of a document that is %s", async (audience) => {
    const id = await aDocument(audience);
    await expect(upload(id, await unstampable())).rejects.toMatchObject(refused);
    await expect(upload(id, Buffer.from("a;b"), "list.csv")).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining("Only a PDF can be stamped"),
    });
    expect(await listVersions(db, id)).toEqual([]);
  });

  it.each(["public", "internal"] as const)("may be %s, and no more", async (audience) => {
    const id = await aDocument(audience);
    await upload(id, await unstampable());
    for (const gated of ["on-request", "nda"] as const) {
      await expect(changeDocument(db, await ada(), { id, ...form(gated) })).rejects.toMatchObject(refused);
    }
    expect(await getDocument(db, id)).toMatchObject({ audience, version: { stampable: false } });
  });

  it.skipIf(!inject("postgres"))("cannot slip in while its document is being put under NDA", async () => {
    const id = await aDocument("internal");
    const bytes = await unstampable();
    const staff = await ada();
    let uploading: Promise<unknown> | undefined;
    await db.transaction().execute(async (trx) => {
      await changeDocument(trx, staff, { id, ...form("nda") });
      uploading = upload(id, bytes).catch((error: unknown) => error);
      await untilSomeoneWaitsForALock();
    });
    expect(await uploading).toMatchObject(refused);
    expect(await listVersions(db, id)).toEqual([]);
  });
});
