import { readFileSync } from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { answers } from "#scripts/demo/content/answers.ts";
import { certifications } from "#scripts/demo/content/certifications.ts";
import { company, products } from "#scripts/demo/content/company.ts";
import { controls, controlsInReport } from "#scripts/demo/content/controls.ts";
import { addMonths, day, monthEnded } from "#scripts/demo/content/dates.ts";
import { documents, penetrationTest } from "#scripts/demo/content/documents.ts";
import { nda } from "#scripts/demo/content/nda.ts";
import { accounts, people, questionnaires, requests } from "#scripts/demo/content/people.ts";
import { bridgeLetters, currentReport, nextReport, previousReport, reports } from "#scripts/demo/content/reports.ts";
import { calderaQuestions, northfoldSheets } from "#scripts/demo/content/sample-questions.ts";
import { staff } from "#scripts/demo/content/staff.ts";
import { subprocessors } from "#scripts/demo/content/subprocessors.ts";
import { updates } from "#scripts/demo/content/updates.ts";
import { testsOfControls } from "#scripts/demo/files/tests-of-controls.ts";
import { makeDemoDocuments } from "#scripts/demo/make-documents.ts";
import { makeDemoQuestionnaires } from "#scripts/demo/make-questionnaires.ts";

const TODAY = new Date("2026-11-24T09:30:00Z");
const INSTALL_DAYS = ["2024-02-29", "2026-01-01", "2026-03-31", "2026-11-30", "2027-05-15", "2030-12-31"];

/** Made while nothing stands in for the network: the renderer loads its WebAssembly by fetching a data: address. */
const files = await makeDemoDocuments(TODAY);

const perCategory: Record<string, number> = {
  CC1: 5,
  CC2: 3,
  CC3: 4,
  CC4: 2,
  CC5: 3,
  CC6: 8,
  CC7: 5,
  CC8: 1,
  CC9: 2,
  A1: 3,
  C1: 2,
};
const criteriaInScope = Object.entries(perCategory).flatMap(([series, count]) =>
  Array.from({ length: count }, (_, i) => `${series}.${i + 1}`),
);

describe("the demo company's controls", () => {
  test("have codes of their own and cite real criteria of the categories in scope", () => {
    expect(controls.length).toBeGreaterThanOrEqual(45);
    expect(unique(controls.map((control) => control.code))).toBe(true);
    for (const control of controls) expect(criteriaInScope).toEqual(expect.arrayContaining(control.criteria));
  });

  test("cover every criterion in scope with one that is implemented", () => {
    const covered = controlsInReport.flatMap((control) => control.criteria);
    expect(criteriaInScope.filter((criterion) => !covered.includes(criterion))).toEqual([]);
  });

  test("each have a test in the report when they are implemented, and only then", () => {
    expect(Object.keys(testsOfControls).sort()).toEqual(controlsInReport.map((control) => control.code).sort());
  });
});

describe("the demo company's answers", () => {
  const all = answers(TODAY);
  const approved = all.filter((answer) => answer.state === "approved");

  test("are enough to fill a questionnaire", () => {
    expect(approved.length).toBeGreaterThanOrEqual(120);
    expect(approved.filter((answer) => answer.audience === "public").length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map((answer) => answer.state))).toEqual(new Set(["draft", "in-review", "approved", "retired"]));
  });

  test("ask each question once", () => {
    expect(unique(all.map((answer) => answer.key))).toBe(true);
    expect(unique(all.map((answer) => answer.question.toLowerCase()))).toBe(true);
  });

  test("rest only on controls, criteria and documents that exist", () => {
    const known = {
      control: controls.map((control) => control.code),
      criterion: criteriaInScope,
      document: documents(TODAY).map((document) => document.key),
      report: [],
      subprocessor: [],
    };
    const missing = all.flatMap((answer) =>
      answer.citations.filter((each) => !(known[each.kind] as string[]).includes(each.ref)),
    );
    expect(missing).toEqual([]);
  });

  test("say something: between two and five sentences when approved", () => {
    const sentences = (text: string) => text.split(/[.?](?:\s|$)/).filter(Boolean).length;
    const outside = approved.filter((answer) => sentences(answer.answer) < 2 || sentences(answer.answer) > 5);
    expect(outside.map((answer) => answer.key)).toEqual([]);
  });

  test("are in date, but for a few that show what stale looks like", () => {
    const stale = approved.filter((answer) => answer.reviewBy < day(TODAY, 0));
    expect(stale.length).toBeGreaterThan(0);
    expect(stale.length).toBeLessThanOrEqual(5);
  });

  test("admit what the company does not do", () => {
    expect(approved.filter((answer) => answer.short === "No").length).toBeGreaterThanOrEqual(5);
  });

  test("keep to the words of the product", () => {
    const text = JSON.stringify([
      ...[all, controls, documents(TODAY), updates(TODAY), reports(TODAY), certifications(TODAY)],
    ]);
    expect(text).not.toMatch(/soc 2[^.]{0,20}(certif|compliant)|!|\bplease\b|\boops\b|successfully/i);
  });
});

describe.each(INSTALL_DAYS)("installed on %s, the demo company", (installDay) => {
  const today = new Date(`${installDay}T23:59:00Z`);
  const now = day(today, 0);

  test("has a current Type II report of 12 months, issued about six weeks ago", () => {
    const report = currentReport(today);
    expect(addMonths(report.periodEnd!, 2) < now && now < addMonths(report.periodEnd!, 5)).toBe(true);
    expect(addMonths(report.periodEnd!, -12) < report.periodStart!).toBe(true);
    expect(report.issuedOn! > report.periodEnd! && report.issuedOn! < day(today, -35)).toBe(true);
    expect(report.controlsTested).toBe(controlsInReport.length);
  });

  test("has a record without an unexplained gap: Type I, Type II, bridge letter, Type II, the next window", () => {
    const [letter] = bridgeLetters(today);
    expect(letter!.coversFrom).toBe(dayAfter(previousReport(today).periodEnd!));
    expect(dayAfter(letter!.coversUntil)).toBe(currentReport(today).periodStart);
    expect(letter!.signedOn > letter!.coversUntil).toBe(true);
    expect(nextReport(today).periodStart).toBe(dayAfter(currentReport(today).periodEnd!));
    expect(nextReport(today).periodStart! < now && now < nextReport(today).periodEnd!).toBe(true);
    for (const report of reports(today)) {
      expect(
        report.kind === "soc2-type1" ? report.asOf && !report.periodStart : !report.asOf && report.periodStart,
      ).toBeTruthy();
      expect(report.categories).toContain("security");
    }
  });

  test("has one certification in preparation, two frameworks in its own statement, and nothing that was issued", () => {
    const all = certifications(today);
    expect(all.map(({ kind }) => kind)).toEqual(["certification", "framework", "framework"]);
    for (const entry of all) expect(entry).toMatchObject({ issuer: "", validFrom: null });
    const known = documents(today).map((document) => document.key);
    for (const { documentKey } of all) if (documentKey) expect(known).toContain(documentKey);
    for (const { statedOn } of all) if (statedOn) expect(statedOn < now).toBe(true);
  });

  test("has one subprocessor whose notice is running, seven in use and one removed", () => {
    const list = subprocessors(today);
    const planned = list.filter((each) => each.announcedOn);
    expect(planned).toHaveLength(1);
    expect(planned[0]!.objectUntil! > now && planned[0]!.addedOn! > planned[0]!.objectUntil!).toBe(true);
    expect(list.filter((each) => each.removedOn)).toHaveLength(1);
    expect(list.filter((each) => each.addedOn! < now && !each.removedOn)).toHaveLength(7);
  });

  test("says nothing that lies in the future as if it had happened", () => {
    const past = [
      ...documents(today).map((document) => document.publishedOn),
      ...updates(today).map((update) => update.publishedOn),
      ...answers(today).map((answer) => answer.lastReviewedOn),
      penetrationTest(today).retestedOn,
    ];
    expect(past.filter((date) => date > now)).toEqual([]);
    for (const request of requests(today)) {
      const moments = [
        request.requestedAt,
        request.decidedAt,
        request.ndaAcceptedAt,
        ...request.downloads.map((each) => each.at),
      ];
      const times = moments.flatMap((moment) => (moment ? [moment.getTime()] : []));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(today.getTime());
    }
  });
});

describe("the demo company's people", () => {
  test("are staff with one of each role, and prospects at five other companies", () => {
    expect(staff.map((person) => person.role).sort()).toEqual(["admin", "sales", "security"]);
    expect(accounts).toHaveLength(5);
    for (const person of people) {
      const account = accounts.find((each) => each.key === person.account)!;
      expect(account.domains).toContain(person.email.split("@")[1]);
    }
  });

  test("have asked for documents that exist and are not open to all", () => {
    const audiences = new Map(documents(TODAY).map((document) => [document.key, document.audience]));
    for (const request of requests(TODAY)) {
      expect(people.map((person) => person.key)).toContain(request.person);
      for (const key of request.documents) expect(["on-request", "nda"]).toContain(audiences.get(key));
      if (request.ndaAcceptedAt === null) {
        for (const download of request.downloads) expect(audiences.get(download.document)).toBe("on-request");
      }
    }
    expect(new Set(requests(TODAY).map((request) => request.status)).size).toBe(4);
  });

  test("use addresses that cannot exist", () => {
    const addresses = [...staff, ...people]
      .map((person) => person.email)
      .concat(company.securityEmail, company.contactEmail);
    for (const address of addresses) expect(address).toMatch(/\.example$/);
  });

  test("sign an NDA that names its duties and its end", () => {
    expect(nda.body).toMatch(/## 3\. What the recipient does/);
    expect(nda.body.split(/\s+/).length).toBeGreaterThan(600);
  });
});

describe("the sample questionnaires", () => {
  const northfold = northfoldSheets.flatMap((sheet) => sheet.sections.flatMap((section) => section.questions));
  const caldera = calderaQuestions.flatMap((section) => section.questions);

  test("show fills, suggestions and blanks: about three in five rest on an approved answer", () => {
    expect(northfold).toHaveLength(60);
    expect(caldera).toHaveLength(25);
    const approved = answers(TODAY).filter((answer) => answer.state === "approved");
    const byKey = new Map(approved.map((answer) => [answer.key, answer.question]));
    for (const questions of [northfold, caldera]) {
      const covered = questions.filter((question) => question.expects === "same" || question.expects === "paraphrase");
      expect(covered.length / questions.length).toBeGreaterThan(0.55);
      expect(covered.length / questions.length).toBeLessThan(0.75);
    }
    for (const question of [...northfold, ...caldera]) {
      if (question.expects !== "none") expect(byKey.has(question.answer!)).toBe(true);
      if (question.expects === "same") expect(question.text).toBe(byKey.get(question.answer!));
    }
  });

  test("are made for the two questionnaires that are in progress", () => {
    const made = makeDemoQuestionnaires().map((file) => file.fileName);
    expect(questionnaires(TODAY).map((each) => each.fileName)).toEqual(made);
  });

  test("are a workbook with intact entries that equals the one kept beside the scripts", () => {
    const [workbook, csv] = makeDemoQuestionnaires();
    const entries = unzip(Buffer.from(workbook!.bytes));
    expect(entries).toEqual(unzip(kept(workbook!.fileName)));
    expect([...entries.keys()]).toContain("xl/worksheets/sheet3.xml");
    expect(entries.get("xl/worksheets/sheet2.xml")).toContain('type="list"');
    expect(Buffer.from(csv!.bytes).equals(kept(csv!.fileName))).toBe(true);
  });
});

test("the demo company's documents are PDFs for every entry of the list", () => {
  expect(files.map((file) => file.key)).toEqual(documents(TODAY).map((document) => document.key));
  for (const file of files) {
    expect(Buffer.from(file.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    expect(file.fileName).toMatch(/^lindmere-[a-z0-9-]+\.pdf$/);
  }
  const report = files.find((file) => file.key === "soc2-report")!;
  const pages = Buffer.from(report.bytes)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)!.length;
  expect(pages).toBeGreaterThanOrEqual(12);
  expect(pages).toBeLessThanOrEqual(20);
});

test("the demo company's products are partly in the report, and the logo is a small PNG", () => {
  expect(products.filter((product) => product.inReport).map((product) => product.name)).toEqual(
    currentReport(TODAY).products,
  );
  const logo = kept(company.logoFile);
  expect(logo.subarray(1, 4).toString()).toBe("PNG");
  expect(logo.length).toBeLessThan(20_000);
});

test("months are counted from the calendar: the last day stays the last day", () => {
  expect(addMonths("2026-08-31", -14)).toBe("2025-06-30");
  expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  expect(addMonths("2025-02-28", 12)).toBe("2026-02-28");
  expect(monthEnded(new Date("2026-03-01T00:00:00Z"), 0)).toBe("2026-02-28");
});

function unique(values: string[]): boolean {
  return new Set(values).size === values.length;
}

function dayAfter(date: string): string {
  return day(new Date(`${date}T00:00:00Z`), 1);
}

function kept(fileName: string): Buffer {
  return readFileSync(new URL(`../../scripts/demo/files/${fileName}`, import.meta.url));
}

/** Reads local headers one after another, which is enough for a file of our own writer, and checks each sum. */
function unzip(file: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  let at = 0;
  while (file.readUInt32LE(at) === 0x04034b50) {
    const packed = file.readUInt32LE(at + 18);
    const nameEnd = at + 30 + file.readUInt16LE(at + 26);
    const content = inflateRawSync(file.subarray(nameEnd, nameEnd + packed));
    expect(crc32(content)).toBe(file.readUInt32LE(at + 14));
    entries.set(file.subarray(at + 30, nameEnd).toString("utf8"), content.toString("utf8"));
    at = nameEnd + packed;
  }
  return entries;
}
