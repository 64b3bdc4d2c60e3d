import { ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { cleanFileName } from "#app/domain/documents/file-names.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import { fileStore } from "#app/platform/file-store.server.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { limits, mostTracedMebibytes } from "./limits.ts";
import type { TraceReport } from "./trace-report.ts";

export type FoundFile = { fileName: string; bytes: Uint8Array; documentId: string | null };

/** Takes a found file in: it is kept as evidence, and looked at by a job. */
export async function askForTrace(db: Db, staff: Staff, found: FoundFile): Promise<{ id: string }> {
  ensureDecides(staff);
  await ensureWithinLimit(db, limits.traceByPerson, staff.id);
  if (found.bytes.length > mostTracedMebibytes * 1024 * 1024) {
    throw new Invalid("access.trace-too-large", `A found file may have up to ${mostTracedMebibytes} MiB.`);
  }
  if (!isPdfOrPicture(found.bytes)) {
    throw new Invalid("access.trace-unknown-type", "This is neither a PDF nor a PNG, JPEG or WebP picture.");
  }
  const { sha256 } = await fileStore.put(found.bytes);
  return inTransaction(db, async (trx) => {
    const fileName = cleanFileName(found.fileName);
    const trace = await trx
      .insertInto("copyTrace")
      .values({ fileName, sha256, askedBy: staff.id })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "access.trace.asked",
      actor: staff,
      subject: { kind: "trace", id: trace.id },
      details: { fileName, sha256 },
    });
    await enqueueJob(trx, "access.trace-copy", { traceId: trace.id, documentId: found.documentId });
    return trace;
  });
}

/** A PDF may have some bytes of other things before its head. */
function isPdfOrPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  return head.includes("%PDF-") || /^(\x89PNG\r\n|\xff\xd8\xff|RIFF....WEBP)/s.test(head);
}

export type CopyTrace = {
  id: string;
  fileName: string;
  sha256: string;
  askedAt: Date;
  askedByName: string;
  finishedAt: Date | null;
  report: TraceReport | null;
  problem: string | null;
};

export async function getTrace(db: Db, staff: Staff, traceId: string): Promise<CopyTrace> {
  ensureDecides(staff);
  const trace = await traces(db).where("copyTrace.id", "=", traceId).executeTakeFirst();
  if (!trace) throw new NotFound("access.trace-not-found", "There is no such trace.");
  return readTrace(trace);
}

const mostListed = 100;

/** The newest first. */
export async function listTraces(db: Db, staff: Staff): Promise<CopyTrace[]> {
  ensureDecides(staff);
  return (await traces(db).orderBy("copyTrace.askedAt", "desc").limit(mostListed).execute()).map(readTrace);
}

const traces = (db: Db) =>
  db
    .selectFrom("copyTrace")
    .innerJoin("person", "person.id", "copyTrace.askedBy")
    .select(["copyTrace.id", "copyTrace.fileName", "copyTrace.sha256", "copyTrace.askedAt", "copyTrace.finishedAt"])
    .select(["copyTrace.report", "copyTrace.problem", "person.name as askedByName"]);

const readTrace = <Row extends { report: unknown }>(row: Row) => ({ ...row, report: row.report as TraceReport | null });
