import { Invalid } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import type { Citation } from "#db/schema/knowledge-base.ts";

/** What an answer may rest on, for the form. */
export async function listCitable(db: Db) {
  const [documents, reports, subprocessors] = await Promise.all([
    db.selectFrom("document").select(["id", "title"]).where("withdrawnAt", "is", null).orderBy("title").execute(),
    db.selectFrom("report").select(["id", "kind", "asOf", "periodStart", "periodEnd"]).orderBy("createdAt").execute(),
    db
      .selectFrom("subprocessor")
      .select(["id", "name as title"])
      .where("removedOn", "is", null)
      .orderBy("name")
      .execute(),
  ]);
  return {
    documents,
    subprocessors,
    reports: reports.map(({ id, ...report }) => ({ id, title: reportTitle(report) })),
  };
}

export type DescribedCitation = Citation & { title: string };

/** Citations with what they cite, by name; what is gone since says so. */
export async function describeCitations(db: Db, citations: Citation[]): Promise<DescribedCitation[]> {
  const refs = (kind: Citation["kind"]) => citations.filter((one) => one.kind === kind).map(({ ref }) => ref);
  const [documents, controls, reports, subprocessors] = await Promise.all([
    titled(refs("document"), (ids) =>
      db.selectFrom("document").select(["id", "title"]).where("id", "in", ids).execute(),
    ),
    titled(refs("control"), (codes) =>
      db.selectFrom("control").select(["code as id", "title"]).where("code", "in", codes).execute(),
    ),
    titled(refs("report"), async (ids) => {
      const columns = ["id", "kind", "asOf", "periodStart", "periodEnd"] as const;
      const found = await db.selectFrom("report").select(columns).where("id", "in", ids).execute();
      return found.map(({ id, ...report }) => ({ id, title: reportTitle(report) }));
    }),
    titled(refs("subprocessor"), (ids) =>
      db.selectFrom("subprocessor").select(["id", "name as title"]).where("id", "in", ids).execute(),
    ),
  ]);
  const none = new Map<string, string>();
  const titles = {
    document: documents,
    control: controls,
    report: reports,
    subprocessor: subprocessors,
    criterion: none,
  };
  return citations.map((one) => ({
    ...one,
    title: titles[one.kind].get(one.ref) ?? (one.kind === "criterion" ? "Trust Services Criterion" : "No longer held"),
  }));
}

/** Throws when a control is cited that does not exist: a slip of the pen would otherwise look like evidence. */
export async function ensureCitable(db: Db, citations: Citation[]): Promise<void> {
  const codes = citations.filter(({ kind }) => kind === "control").map(({ ref }) => ref);
  if (codes.length === 0) return;
  const known = await db.selectFrom("control").select("code").where("code", "in", codes).execute();
  const missing = codes.filter((code) => !known.some((control) => control.code === code));
  if (missing.length === 0) return;
  throw new Invalid("knowledge-base.no-such-control", `There is no control ${missing.join(", ")}. Check its code.`);
}

async function titled(refs: string[], find: (refs: string[]) => Promise<{ id: string; title: string }[]>) {
  const found = refs.length > 0 ? await find(refs) : [];
  return new Map(found.map(({ id, title }) => [id, title]));
}

type ReportDates = { kind: string; asOf: string | null; periodStart: string | null; periodEnd: string | null };

const reportNames: Record<string, string> = {
  "soc2-type1": "SOC 2 Type I report",
  "soc2-type2": "SOC 2 Type II report",
  soc3: "SOC 3 report",
};

function reportTitle({ kind, asOf, periodStart, periodEnd }: ReportDates): string {
  const name = reportNames[kind] ?? "Report";
  if (asOf) return `${name} as of ${written(asOf)}`;
  return periodStart && periodEnd ? `${name}, ${written(periodStart)} – ${written(periodEnd)}` : name;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "30 Jun 2026" for "2026-06-30". */
function written(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[month! - 1]} ${year}`;
}
