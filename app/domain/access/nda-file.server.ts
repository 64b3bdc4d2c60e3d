import type { Prospect } from "#app/domain/accounts/people.ts";
import { checkFile } from "#app/domain/documents/check-file.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import { fileStore } from "#app/platform/file-store.server.ts";
import type { Db } from "#db/client.server.ts";
import { mostNdaMebibytes, shortestNdaCharacters } from "./limits.ts";
import { getOfferedVersion, type NdaText, type NdaVersion } from "./nda.server.ts";

/** The text of a new version: the PDF when one was chosen, else what was typed. */
export async function readNdaText(body: string, file: File | null): Promise<NdaText> {
  if (!file) {
    if (body.length < shortestNdaCharacters) {
      throw new Invalid("access.nda-has-no-text", "Enter the whole text of the agreement, or choose a PDF of it.");
    }
    return { format: "markdown", body, pages: null };
  }
  if (body) {
    throw new Invalid("access.nda-has-two-texts", "Give the text or a PDF, not both. Empty the text to use the PDF.");
  }
  const { bytes, pages } = await readPaper(file);
  return { format: "pdf", body: "", pages, bytes };
}

/** A PDF of an agreement, within its limit. */
export async function readPaper(file: File): Promise<{ bytes: Uint8Array; pages: number }> {
  if (file.size > mostNdaMebibytes * 1024 * 1024) {
    throw new Invalid("access.nda-too-large", `This file is larger than ${mostNdaMebibytes} MiB. Save it smaller.`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { mediaType, pages } = await checkFile({ fileName: file.name, bytes });
  if (mediaType !== "application/pdf" || !pages) throw new Invalid("access.nda-is-no-pdf", "Choose a PDF.");
  return { bytes, pages };
}

/** The exact bytes of a version: what its SHA-256 is over. */
export async function bytesOfNda(nda: { format: string; body: string; sha256: string }): Promise<Buffer> {
  return nda.format === "pdf" ? fileStore.get(nda.sha256) : Buffer.from(nda.body, "utf8");
}

/** Gives an offered PDF to its reader, and keeps that it was sent to this person in this session. */
export async function sendNdaFile(
  db: Db,
  prospect: Prospect,
  reading: { ndaVersionId: string; sessionHash: string },
): Promise<{ bytes: Buffer; nda: NdaVersion }> {
  const nda = await getOfferedVersion(db, prospect, reading.ndaVersionId);
  const bytes = await bytesOfNda(nda);
  await db
    .insertInto("ndaReading")
    .values({ ndaVersionId: nda.id, personId: prospect.id, sessionHash: reading.sessionHash })
    .execute();
  return { bytes, nda };
}

export async function ensureFileWasSent(
  db: Db,
  showing: { ndaVersionId: string; personId: string; sessionHash: string },
): Promise<Date> {
  const sent = await db
    .selectFrom("ndaReading")
    .select("at")
    .where("ndaVersionId", "=", showing.ndaVersionId)
    .where("personId", "=", showing.personId)
    .where("sessionHash", "=", showing.sessionHash)
    .orderBy("at", "desc")
    .executeTakeFirst();
  if (!sent) throw new Invalid("access.nda-not-read", "Open the agreement and read it first, then accept it.");
  return sent.at;
}
