import type { Staff } from "#app/domain/accounts/people.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { getTrace } from "./copy-traces.server.ts";
import { listIssuedCopies } from "./issued-copies.server.ts";
import { mentionedIn } from "./trace-report.ts";

/** The report of a finished trace with the holders that it speaks of, as a file to keep. */
export async function getTraceFile(db: Db, staff: Staff, traceId: string) {
  const { report, ...trace } = await getTrace(db, staff, traceId);
  if (!report) throw new NotFound("access.trace-not-finished", "This trace has no report yet.");
  const copies = await listIssuedCopies(db, staff, mentionedIn(report));
  const content = { ...report, file: { name: trace.fileName, sha256: trace.sha256 }, ...timesOf(trace), copies };
  return {
    bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
    fileName: `trace-${trace.id}.json`,
    mediaType: "application/json",
  };
}

const timesOf = ({
  askedAt,
  askedByName,
  finishedAt,
}: {
  askedAt: Date;
  askedByName: string;
  finishedAt: Date | null;
}) => ({
  askedAt,
  askedBy: askedByName,
  finishedAt,
});
