import { addDocumentWithFile } from "#app/domain/documents/versions.server.ts";
import { documents } from "./content/documents.ts";
import type { DemoCast } from "./cast.ts";

export type DemoDocumentIds = Map<string, string>;

export async function loadDocuments(
  { db, today, security }: DemoCast,
  files: { key: string; fileName: string; bytes: Uint8Array }[],
): Promise<DemoDocumentIds> {
  const ids: DemoDocumentIds = new Map();
  for (const { key, title, description, kind, audience } of documents(today)) {
    const file = files.find((one) => one.key === key)!;
    const { id } = await addDocumentWithFile(db, security, {
      form: { title, description, kind, audience },
      file: { fileName: file.fileName, bytes: file.bytes, note: "" },
    });
    ids.set(key, id);
  }
  return ids;
}
