import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { openStoredFile } from "#app/domain/documents/stored-file.server.ts";
import { ConfinedProcessFailed } from "#app/platform/confined-process.server.ts";
import type { JobContext } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { traceFile } from "./trace-file.server.ts";
import { namedIn, type TraceReport } from "./trace-report.ts";

const unfinished = "This file could not be looked at: it needs more time or memory than a trace may take.";

/** Looks at one found file and writes down what it shows, once. */
export async function traceCopy(db: Db, payload: Record<string, unknown>, job: JobContext): Promise<void> {
  const trace = await db
    .selectFrom("copyTrace")
    .select(["id", "sha256"])
    .where("id", "=", String(payload.traceId))
    .where("finishedAt", "is", null)
    .executeTakeFirst();
  if (!trace) return;
  const documentId = typeof payload.documentId === "string" ? payload.documentId : null;
  const bytes = await openStoredFile(trace.sha256);
  const report = await traceFile(db, { bytes, documentId }).catch((error: unknown) => {
    if (!(error instanceof ConfinedProcessFailed) && !job.lastAttempt) throw error;
    return null;
  });
  await finishTrace(db, { traceId: trace.id, report });
}

async function finishTrace(db: Db, { traceId, report }: { traceId: string; report: TraceReport | null }) {
  await inTransaction(db, async (trx) => {
    const finished = await trx
      .updateTable("copyTrace")
      .set({
        finishedAt: sql<Date>`now()`,
        report: report && JSON.stringify(report),
        problem: report ? null : unfinished,
      })
      .where("id", "=", traceId)
      .where("finishedAt", "is", null)
      .returning("fileName")
      .executeTakeFirst();
    if (!finished) return;
    await recordAudit(trx, {
      action: "access.trace.finished",
      actor: { kind: "system" },
      subject: { kind: "trace", id: traceId },
      details: { fileName: finished.fileName, copies: report ? namedIn(report) : [], finished: report !== null },
    });
  });
}
