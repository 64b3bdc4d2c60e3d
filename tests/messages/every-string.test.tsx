import { afterAll, beforeAll, expect, test } from "vitest";
import { currentNdaVersion } from "#app/domain/access/nda.server.ts";
import { openDocument } from "#app/domain/access/open-document.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { askToSubscribe } from "#app/domain/subscriptions/subscriptions.server.ts";
import { addBridgeLetter } from "#app/domain/trust-page/bridge-letters.server.ts";
import { addCertification } from "#app/domain/trust-page/certifications.server.ts";
import { certificationForm } from "#app/domain/trust-page/certifications.ts";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { addReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { bridgeLetterForm, reportForm } from "#app/domain/trust-page/reports.ts";
import { addSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { draftUpdate, publishUpdate } from "#app/domain/trust-page/updates.server.ts";
import { complaintsByLanguage } from "#app/messages/complaints.ts";
import { complaints as germanComplaints } from "#app/messages/de/complaints.ts";
import { de } from "#app/messages/de.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { en } from "#app/messages/en.ts";
import { wordsByLanguage } from "#app/messages/words.ts";
import { db } from "#db/client.server.ts";
import { accepts, aDocument, anApprovedRequest, anNda, aPendingRequest } from "#tests/domain/access/scene.ts";
import { typedTypeTwo } from "#tests/domain/trust-page/given-reports.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { aSubscriber, tokenMailedTo } from "#tests/domain/subscriptions/given-subscribers.ts";
import { aClient, ada, kim, pat } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { aQuestionnaireInReview } from "#tests/support/questionnaires.ts";
import { buyerPages, visit, type Visit } from "./buyer-pages.tsx";
import { bracketed, outsideBrackets } from "./pseudo-language.tsx";

/** Words in brackets take the place of the German ones for a while. */
beforeAll(() => {
  wordsByLanguage.de = bracketed(en);
  complaintsByLanguage.de = bracketed(complaints);
});
afterAll(() => {
  wordsByLanguage.de = de;
  complaintsByLanguage.de = germanComplaints;
});

/** What may stand outside, and why. */
const exceptions: RegExp[] = [
  // What people and the company wrote, here and in the scenes that are shared with other tests.
  /«[^»]*»/g,
  /Orrery|Pat Moreau|Kim Berger|Acme GmbH|Rival AG|Security Analyst|Tallis &amp; Roe LLP|acme_review\.csv|Vendor review 2026/g,
  /Mutual (non-disclosure )?agreement|What we show each other stays between us for three years\./g,
  // What was searched for, as a title and marked in what was found.
  /\b[Kk]eys\b|nothing at all/g,
  // What is sealed with an acceptance, in the words of the seal.
  /By pressing “Accept the NDA” I sign .* electronically\.|I have authority to accept this agreement for this company\./g,
  /Accept the NDA/g,
  // Names of languages in themselves, ids, addresses, formats.
  /English|Deutsch/g,
  /\b(CP|R)-[A-Z0-9-]+/g,
  /\b[A-Z]{1,4}\d?-?[0-9A-F.]*\d[\w.-]*|[\w.+-]+@[\w.-]+|[\w-]+\.example/g,
  /sha256|\b[0-9a-f]{4,64}\b/g,
  /\b(PDF|CSV|JSON|XLSX|DOCX)\b/g,
];

const foreignIn = (html: string) =>
  outsideBrackets(html)
    .map((text) => exceptions.reduce((rest, pattern) => rest.replace(pattern, ""), text))
    .filter((text) => /\p{L}{2}/u.test(text));

async function theTrustPage() {
  const staff = await ada();
  await db
    .insertInto("companyProfile")
    .values({
      name: "Orrery",
      description: "«We turn.»",
      securityEmail: "security@orrery.example",
      website: "https://orrery.example",
    })
    .execute();
  const open = await aDocument("«Open file»", "public");
  const reportId = await addReport(
    db,
    staff,
    reportForm.parse({
      ...{ ...typedTypeTwo, auditor: "Tallis & Roe LLP", auditorLicence: "«Ohio»", systemName: "«System»" },
      ...{
        products: "«Product»\n«Other»",
        subservice: "«Cloud» | «Hosting» | carve-out\n«Mail» | «Mailing» | inclusive",
      },
      ...{
        exceptions: "AC-03 | «Late» | «Mended»",
        cuecs: "«Remove leavers»",
        controlsTested: "60",
        documentId: open.id,
      },
    }),
  );
  await publishReport(db, staff, reportId);
  const letter = { coversFrom: "2026-07-01", coversUntil: "2026-09-30", signedOn: "2026-07-04", documentId: "" };
  await addBridgeLetter(db, staff, { reportId, details: bridgeLetterForm.parse(letter) });
  const control = { title: "«Keys»", description: "«All of them.»", owner: "", public: "yes" };
  for (const [at, status] of (["implemented", "in-progress", "planned"] as const).entries()) {
    const criteria = at === 2 ? "" : "CC6.1";
    await addControl(db, staff, controlForm.parse({ ...control, reference: `AC-0${at}`, status, criteria }));
  }
  const texts = {
    purpose: "«Why»",
    dataCategories: "«Names»",
    region: "«Ireland»",
    transferBasis: "«SCC»",
    dpaUrl: "",
  };
  const days = { announcedOn: "2026-08-31", objectUntil: "2126-09-30", addedOn: "2126-10-01", removedOn: "" };
  const company = { name: "«Cirrus»", service: "«Hosting»", ...texts };
  await addSubprocessor(db, staff, subprocessorForm.parse({ ...company, ...days }));
  await addSubprocessor(db, staff, subprocessorForm.parse({ ...company, ...days, objectUntil: "2026-09-30" }));
  const past = { announcedOn: "", objectUntil: "", addedOn: "2020-01-01" };
  for (const removedOn of ["", "2021-01-01"]) {
    await addSubprocessor(
      db,
      staff,
      subprocessorForm.parse({ ...company, ...past, removedOn, dpaUrl: "https://a.example" }),
    );
  }
  const issued = {
    kind: "certification",
    name: "«ISO 27001»",
    issuer: "«Body»",
    certificateNumber: "«7»",
    scope: "«All»",
  };
  const dated = {
    validFrom: "2025-01-01",
    validUntil: "2125-01-01",
    expectedOn: "",
    statement: "",
    link: "https://b.example",
  };
  await addCertification(
    db,
    staff,
    certificationForm.parse({ ...issued, ...dated, documentId: open.id, published: "yes" }),
  );
  const stated = { kind: "framework", name: "«GDPR»", statement: "«Assessed»", statedOn: "2026-01-01", link: "" };
  await addCertification(db, staff, certificationForm.parse({ ...stated, documentId: "", published: "yes" }));
  for (let at = 0; at < 6; at += 1) {
    const updateId = await draftUpdate(db, staff, { topic: "general", title: "«News»", body: "«Told.»" });
    await publishUpdate(db, staff, updateId);
  }
  await anApprovedAnswer({ question: "«Is data encrypted?»", text: "«With AES.»", short: "Yes", section: "«Keys»" });
  await publishDraft();
}

/** Pat has an open document, one that waits for the NDA, an open question, a refusal, and questionnaires. */
async function whatPatHas() {
  const [staff, prospect] = [await ada(), await pat()];
  await anNda();
  const [report, letter] = [await aDocument("«Report»"), await aDocument("«Letter»")];
  const waiting = await anApprovedRequest(await kim(), [report]);
  const approved = await anApprovedRequest(prospect, [report]);
  const pending = await aPendingRequest(prospect, [letter]);
  const acceptance = await accepts(prospect);
  const { copyId } = await openDocument(db, prospect, { documentId: report.id, client: aClient });
  const questionnaire = await aQuestionnaireInReview(prospect);
  await acceptResponse(db, staff, questionnaire.questions[0]!.shown);
  const { digest } = await planRelease(db, questionnaire.id);
  await releaseQuestionnaire(db, staff, { id: questionnaire.id, shown: digest });
  await aQuestionnaireInReview(prospect);
  const key = await aSubscriber("ana@acme.example", ["incidents"]);
  await askToSubscribe(db, { email: "bea@acme.example", topics: ["general"], client: aClient });
  const token = await tokenMailedTo("bea@acme.example");
  return { approved, pending, waiting, acceptance, copyId, key, token, nda: (await currentNdaVersion(db))! };
}

test("every word that a visitor or prospect reads comes from the message files", async () => {
  await theTrustPage();
  const has = await whatPatHas();
  const [patHere, kimHere] = [await pat(), await kim()];
  const wrong = { email: "nobody", name: "", title: "", company: "", reason: "" };
  const visits: Visit[] = [
    ...["/", "/?q=keys", "/?q=nothing&category=privacy", "/controls/CC6.1", "/controls/P8.1", "/controls/AC-00"],
    ...["/controls/AC-02", "/controls/none", "/request", "/sign-in", "/sign-in/code", "/sign-in/link", "/shared"],
    ...["/search?q=keys", "/search?q=nothing+at+all", "/search", "/subscriptions", "/subscriptions/sent"],
    ...["/subscriptions/confirmation?token=old", `/subscriptions/confirmation?token=${has.token}`],
    ...[`/subscription?key=${has.key}&said=saved`, `/subscription/end?key=${has.key}`, "/nowhere/at/all"],
    ...["/copies", "/copies/nothing at all", `/copies/${has.copyId}`],
  ].map((path) => ({ path }));
  visits.push(
    { path: "/request", form: wrong },
    { path: "/subscriptions", form: { email: "nobody" } },
    { path: "/subscriptions/confirmation", form: { token: "old" } },
    { path: `/subscription?key=${has.key}`, form: { key: has.key } },
    { path: `/subscription/end?key=${has.key}`, form: {} },
    { path: "/sign-in", form: { email: "" } },
    { path: "/sign-in/code", form: { code: "" } },
    { path: "/sign-in/code", form: { code: "WRONG123" } },
    { path: "/sign-in/link", form: { token: "" } },
    { path: "/sign-in/link", form: { token: "wrong" } },
    { path: "/shared", form: { token: "", email: "x", name: "", title: "" } },
    { path: "/shared", form: { token: "wrong", email: "a@acme.example", name: "«Ana»", title: "" } },
    ...["/portal", "/request", "/portal/questionnaires", `/portal/requests/${has.approved}`].map(asPat),
    ...[`/portal/requests/${has.pending}`, `/portal/requests/${has.pending}/answer`].map(asPat),
    ...[`/portal/requests/${has.waiting}`, `/portal/acceptances/${has.acceptance.id}/nda`].map(asPat),
    { ...asPat(`/portal/requests/${has.pending}/answer`), form: { answer: "" } },
    { ...asPat("/request"), form: { reason: "", "documents[]": "" } },
    { path: "/portal", as: kimHere },
    { path: `/portal/requests/${has.waiting}`, as: kimHere },
    { path: `/portal/nda/${has.nda.id}`, as: kimHere },
    { path: `/portal/nda/${has.nda.id}`, as: kimHere, form: { fullName: "", title: "", company: "", presented: "" } },
  );
  function asPat(path: string): Visit {
    return { path, as: patHere };
  }

  const seen = new Set<string>();
  const foreign: Record<string, string[]> = {};
  for (const one of visits) {
    const path = `${one.path}${one.path.includes("?") ? "&" : "?"}lang=de`;
    const { html, files } = await visit({ ...one, path });
    for (const file of files) seen.add(file);
    const found = foreignIn(html);
    if (found.length > 0) foreign[`${one.form ? "POST " : ""}${one.path}`] = found;
  }
  expect(foreign).toEqual({});
  expect(buyerPages.filter((file) => !seen.has(file))).toEqual([]);
}, 120_000);

test("brackets are noticed when they are missing", () => {
  expect(foreignIn("<p>⟦Hello⟧ there</p>")).toEqual(["there"]);
  expect(foreignIn('<p aria-label="Left over">⟦Hello <b>⟦you⟧</b>⟧</p>')).toEqual(["Left over"]);
  expect(foreignIn("<p>⟦Hello <b>Orrery</b>⟧, CC6.1</p>")).toEqual([]);
});
