import { extractText } from "unpdf";
import { expect, test } from "vitest";
import { addMonths } from "#app/domain/trust-page/days.ts";
import { badge } from "#app/domain/trust-page/machines/badge.ts";
import { recordFactsOf } from "#app/domain/trust-page/machines/record-facts.ts";
import { getPublishedFacts } from "#app/domain/trust-page/publications.server.ts";
import { trustJson, writtenJson } from "#app/domain/trust-page/machines/trust-json.ts";
import { trustJsonSchema, type TrustJson } from "#app/domain/trust-page/machines/trust-schema.ts";
import { trustSummaryPdf } from "#app/domain/trust-page/summary-pdf.server.tsx";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import type { TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { PublicTrustPage } from "#app/domain/trust-page/ui/public-page.tsx";
import type { Opinion } from "#db/schema/trust-page.ts";
import { db } from "#db/client.server.ts";
import { markupAt } from "#scripts/gallery/static-page.tsx";
import { publishDraft } from "#tests/support/publishing.ts";
import { keepRecord, randomRecord, seeded, type RandomRecord } from "./random-record.ts";
import { elementsOf } from "./read-xml.ts";
import { nameTheCompany, origin } from "./scene.ts";

const records = 1_000;
const seed = 20261124;
/** Markup and paper cost more than all the rest: they are read of every so many, and of all with EVERY_RECORD=on. */
const isEvery = process.env.EVERY_RECORD === "on";
const markupOfEvery = isEvery ? 1 : 5;
const paperOfEvery = isEvery ? 1 : 25;
const patience = isEvery ? 1_200_000 : 240_000;

type Seen = { record: RandomRecord; page: TrustPage; trust: TrustJson; image: string; badgeWords: string };

test(
  `page, trust.json, badge and printed summary agree, and contradict no rule, on ${records} random records`,
  async () => {
    await nameTheCompany();
    const random = seeded(seed);
    const codes = new Map<string, number>();
    for (let at = 0; at < records; at++) {
      const record = randomRecord(random);
      await keepRecord(record);
      await publishDraft();
      const seen = await read(record);
      const markup = at % markupOfEvery === 0 ? await markupAgreement(seen) : [];
      const paper = at % paperOfEvery === 0 ? await paperAgreement(seen) : [];
      const complaints = [...agreement(seen), ...markup, ...paper, ...rules(seen)];
      expect(complaints, `record ${at}: ${JSON.stringify(record)}`).toEqual([]);
      codes.set(seen.trust.status.code, (codes.get(seen.trust.status.code) ?? 0) + 1);
    }
    expect([...codes.keys()].sort(), "every status comes up").toEqual(
      [...trustJsonSchema.shape.status.shape.code.options].sort(),
    );
    expect(Math.min(...codes.values()), JSON.stringify([...codes])).toBeGreaterThanOrEqual(10);
  },
  patience,
);

async function read(record: RandomRecord): Promise<Seen> {
  const now = new Date(`${record.today}T12:00:00Z`);
  const page = await getTrustPage(db, { now, filter: { q: "", category: null } });
  const facts = recordFactsOf(await getPublishedFacts(db));
  const written = writtenJson(trustJson({ page, answers: [], facts, origin }));
  const image = badge(page);
  const badgeWords = elementsOf(image).filter(({ name }) => name === "text")[1]!.text;
  return { record, page, trust: trustJsonSchema.parse(JSON.parse(written)), image, badgeWords };
}

/** Each line: what must hold, and whether it does. */
const failing = (claims: [string, boolean][]) => claims.filter(([, holds]) => !holds).map(([claim]) => claim);

function agreement({ page, trust, badgeWords, record }: Seen): string[] {
  const published = record.reports.filter(({ report }) => report.published);
  const listed = (is: string) => trust.record.filter((entry) => entry.is === is).length;
  return failing([
    ["the code is the page's", trust.status.code === page.status.is],
    ["the words are the page's", trust.status.word === page.status.word && trust.status.title === page.status.title],
    ["the badge says the same", badgeWords.startsWith(`${trust.status.word} · `)],
    ["the day is the one asked for", trust.day === record.today && page.today === record.today],
    ["all published reports are listed, and no others", !trust.report || listed("report") === published.length],
    [
      "the letters of published reports are listed, and no others",
      !trust.report || listed("bridge-letter") === published.flatMap(({ letters }) => letters).length,
    ],
    [
      "the rows stand as on the page",
      trust.record.map(({ now }) => now).join() === (trust.report ? page.record.map(({ now }) => now).join() : ""),
    ],
    [
      "gaps end no earlier than they start",
      trust.record.every((entry) => entry.is !== "gap" || entry.covers.end >= entry.covers.start),
    ],
  ]);
}

async function markupAgreement({ page, trust }: Seen): Promise<string[]> {
  const brand = { name: "Orrery", logoUrl: null };
  const html = await markupAt("/", <PublicTrustPage page={page} answers={[]} brand={brand} />);
  const text = plain(html.replace(/<[^>]+>/g, " "));
  return failing([
    ["the page shows the title", text.includes(plain(trust.status.title))],
    ["the page shows the word", text.includes(plain(`${trust.status.word}.`))],
  ]);
}

async function paperAgreement({ page, trust }: Seen): Promise<string[]> {
  const bytes = await trustSummaryPdf(page, "https://trust.vendor.example");
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  const said = unbroken(text);
  return failing([
    ["the paper shows the title", said.includes(unbroken(trust.status.title))],
    ["the paper shows the word", said.includes(unbroken(`${trust.status.word}.`))],
    ["the paper shows the sentence", said.includes(unbroken(trust.status.sentence))],
  ]);
}

/** Lines on paper break, and where they do a hyphen may stand. */
const unbroken = (text: string) => text.replace(/[\s\u00a0\u00ad-]+/g, "");

const plain = (text: string) =>
  text
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replace(/[\s\u00a0]+/g, " ");

const gravity: Record<Opinion, number> = { unqualified: 0, qualified: 1, disclaimer: 2, adverse: 3 };
const issuedCodes = ["current", "current-bridged", "ageing", "lapsed"];

/** The rules as a reader of product.md would check them, from the record alone. */
function rules(seen: Seen): string[] {
  const { trust, image, badgeWords, record } = seen;
  const { status, report } = trust;
  const said = [status.word, status.title, badgeWords, image].join(" ");
  const soc2 = record.reports.filter(({ report: each }) => each.published && each.kind !== "soc3");
  const claims: [string, boolean][] = [
    ["never compliant, never certified", !/complian|certif/i.test(`${said} ${status.sentence}`)],
    ["none only without a SOC 2 report", (status.code === "none") === (soc2.length === 0)],
  ];
  if (!report) return failing(claims);
  const issued = issuedCodes.includes(status.code);
  claims.push(
    ["Security is in every report", report.categories.includes("security")],
    ["a Type II has a period and no date", report.kind !== "soc2-type2" || (report.period !== null && !report.asOf)],
    ["a Type I has a date and no period", report.kind !== "soc2-type1" || (report.asOf !== null && !report.period)],
    ["the report is issued as the code says", report.issued === issued],
    ["an opinion comes with the issue, and not before", (report.opinion !== null) === issued],
    ["a report is issued on a day that has come", !issued || report.issuedOn! <= trust.day],
  );
  return [...failing(claims), ...(issued ? issuedRules(seen) : waitingRules(seen))];
}

function issuedRules({ trust, badgeWords, record }: Seen): string[] {
  const { status, day } = trust;
  const report = trust.report!;
  const end = report.period?.end ?? report.asOf!;
  const bridged = record.reports.some(
    ({ report: each, letters }) =>
      each.published &&
      each.periodEnd === report.period?.end &&
      letters.some((letter) => letter.signedOn <= day && letter.coversFrom <= day && letter.coversUntil >= day),
  );
  const failed = report.opinion === "adverse" || report.opinion === "disclaimer";
  const old = status.code === "ageing" || status.code === "lapsed";
  const newerAndGraver = record.reports.some(
    ({ report: each }) =>
      each.published &&
      each.kind !== "soc3" &&
      each.issuedOn !== null &&
      each.issuedOn <= day &&
      (each.periodEnd ?? each.asOf!) > end &&
      gravity[each.opinion!] > gravity[report.opinion!],
  );
  return failing([
    ["lapsed is over 18 months, and nothing else is", (status.code === "lapsed") === day > addMonths(end, 18)],
    ["current is at most 12 months", status.code !== "current" || day <= addMonths(end, 12)],
    ["ageing is over 12 months", status.code !== "ageing" || day > addMonths(end, 12)],
    ["bridged only by a signed letter that covers today", status.code !== "current-bridged" || bridged],
    [
      "“current” is not said of what failed or is old",
      !(failed || old) || !/current/i.test(`${status.word} ${status.title} ${badgeWords}`),
    ],
    [
      "an opinion that is not clean is in the word",
      report.opinion === "unqualified" || new RegExp(report.opinion!, "i").test(status.word),
    ],
    ["a newer report with a graver opinion is not hidden", !newerAndGraver],
  ]);
}

function waitingRules({ trust }: Seen): string[] {
  const { status, day } = trust;
  const { period, asOf } = trust.report!;
  return failing([
    [
      "observed within its period",
      status.code !== "in-observation" || (period !== null && period.start <= day && day <= period.end),
    ],
    ["pending after what it covers", status.code !== "report-pending" || (period?.end ?? asOf!) < day],
    ["in preparation before it", status.code !== "in-preparation" || (period ? day < period.start : asOf! >= day)],
    ["“current” is not said", !/current/i.test(`${status.word} ${status.title}`)],
  ]);
}
