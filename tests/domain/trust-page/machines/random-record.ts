import { randomUUID } from "node:crypto";
import type { Category, Opinion, ReportKind } from "#db/schema/trust-page.ts";
import { addDays, addMonths, type CalendarDay } from "#app/domain/trust-page/days.ts";
import { db } from "#db/client.server.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type RandomReport = {
  kind: ReportKind;
  asOf: CalendarDay | null;
  periodStart: CalendarDay | null;
  periodEnd: CalendarDay | null;
  issuedOn: CalendarDay | null;
  expectedOn: CalendarDay | null;
  opinion: Opinion | null;
  auditor: string;
  categories: Category[];
  exceptions: string;
  published: boolean;
};

export type RandomLetter = { coversFrom: CalendarDay; coversUntil: CalendarDay; signedOn: CalendarDay };
export type RandomRecord = { today: CalendarDay; reports: { report: RandomReport; letters: RandomLetter[] }[] };

/** Any record that the database takes, around a day in 2026: few reports or many, issued or not, in date or long lapsed. */
export function randomRecord(random: () => number): RandomRecord {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const oneOf = <Value>(values: readonly Value[]): Value => values[whole(0, values.length - 1)]!;
  const today = addDays("2026-01-01", whole(0, 700));

  const aReport = (): RandomReport => {
    const kind = oneOf(["soc2-type2", "soc2-type2", "soc2-type1", "soc3"] as const);
    const end = oneOf([addDays(today, whole(-1000, 400)), addMonths(today, -12), addMonths(today, -18), today]);
    const hasPeriod = kind === "soc2-type2" || (kind === "soc3" && random() < 0.7);
    const issued = random() < 0.65;
    return {
      kind,
      asOf: kind === "soc2-type1" ? end : null,
      periodStart: hasPeriod ? addDays(end, -whole(1, 500)) : null,
      periodEnd: hasPeriod ? end : null,
      issuedOn: issued ? addDays(end, whole(0, 120)) : null,
      expectedOn: random() < 0.5 ? addDays(end, whole(0, 200)) : null,
      opinion: issued ? oneOf(["unqualified", "unqualified", "qualified", "adverse", "disclaimer"] as const) : null,
      auditor: issued || random() < 0.5 ? "Tallis & Roe LLP" : "",
      categories: random() < 0.5 ? ["security"] : ["security", "privacy"],
      exceptions: JSON.stringify(
        Array.from({ length: whole(0, 3) }, (_, at) => ({ control: `C-${at}`, finding: "x", response: "" })),
      ),
      published: random() < 0.8,
    };
  };
  const aLetter = (end: CalendarDay): RandomLetter => {
    const coversFrom = addDays(end, whole(-20, 200));
    return {
      coversFrom,
      coversUntil: addDays(coversFrom, whole(1, 400)),
      signedOn: addDays(coversFrom, whole(-20, 60)),
    };
  };
  const reports = Array.from({ length: whole(0, 4) }, aReport).map((report) => ({
    report,
    letters: Array.from({ length: report.periodEnd ? whole(0, 2) : 0 }, () => aLetter(report.periodEnd!)),
  }));
  return { today, reports };
}

/** In place of every report that was there. */
export async function keepRecord({ reports }: RandomRecord): Promise<void> {
  await db.deleteFrom("report").execute();
  const named = reports.map((entry) => ({ ...entry, id: randomUUID() }));
  if (named.length === 0) return;
  await db
    .insertInto("report")
    .values(named.map(({ id, report }) => ({ id, ...report })))
    .execute();
  const letters = named.flatMap((entry) => entry.letters.map((letter) => ({ ...letter, reportId: entry.id })));
  if (letters.length > 0) await db.insertInto("bridgeLetter").values(letters).execute();
}
