import { randomUUID } from "node:crypto";
import { dayFromNow } from "#tests/support/answers.ts";
import { markedDay, markedId, type Row } from "./marked-rows.ts";

const [report, control, policy, gated] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const [answer, twice] = [randomUUID(), randomUUID()];
const [hiddenReport, hiddenDocument, hidden, stale] = [markedId(), markedId(), markedId(), markedId()];
const tomorrow = dayFromNow(1);
const said = (what: string) => `open-${what}`;

const anIssuedReport = {
  ...{ kind: "soc2-type2", as_of: null, period_start: dayFromNow(-400), period_end: dayFromNow(-60) },
  ...{ issued_on: dayFromNow(-10), opinion: "qualified", categories: ["security"], expected_on: null },
};

/** Nobody issues it, so that these have to be empty. */
const aFramework = {
  ...{ kind: "framework", issuer: "", certificate_number: "", scope: "" },
  ...{ valid_from: null, valid_until: null, expected_on: null },
};

const anUpdate = { topic: "incidents", channel: "subscribers", list_accounts: [markedId()] };

/**
 * Rows of which everything is private; of a table that is not named here there is one too. What is given decides who
 * sees the row, or has to fit a rule of the database.
 */
export const privateRows: [table: string, given: Row][] = [
  ["audit_event", { actor_kind: "staff" }],
  ["job", { state: "queued", lease_until: null, finished_at: null }],
  ["mail", { state: "queued" }],
  ["person", { kind: "prospect", role: null, password_hash: null, email: "canary-prospect" }],
  ["person", { kind: "staff", role: "admin", company_account_id: null }],
  ["staff_invite", { role: "admin" }],
  ["document", { id: hiddenDocument, kind: "test", audience: "internal", withdrawn_at: null }],
  ["document_version", { document_id: hiddenDocument, sha256: "cafe0000".repeat(8) }],
  ["document", { kind: "report", audience: "nda", withdrawn_at: null }],
  ["document", { id: hidden, kind: "policy", audience: "public" }],
  ["document_version", { document_id: hidden, sha256: "cafe0000".repeat(8) }],
  ["share_link", { grant_days: 30, max_uses: 5, uses: 1, starts_at: "1999-09-08T19:29:39Z" }],
  ["share_link_event", { kind: "used" }],
  ["nda_version", { format: "markdown", language: "en", pages: null, obligation_months: 24 }],
  ["nda_ground", { kind: "signed-elsewhere" }],
  ["account_terms", { default_days: 30 }],
  ["rule_decision", { outcome: "hold" }],
  ["mail_domain", { kind: "free-mail" }],
  ["issued_copy", { sha256: "cafe0000".repeat(8) }],
  ["copy_trace", { sha256: "cafe0000".repeat(8) }],
  ["access_request", { status: "pending", decided_at: null, decided_by: null }],
  ["access_request_document", { decision: null }],
  ["access_grant", { days: 30, starts_at: null, expires_at: null }],
  [
    "report",
    {
      ...anIssuedReport,
      id: hiddenReport,
      published: false,
      period_start: "1999-09-08",
      period_end: markedDay,
      issued_on: markedDay,
      opinion: "adverse",
    },
  ],
  ["bridge_letter", { report_id: hiddenReport, covers_from: "1999-09-08" }],
  [
    "certification",
    { kind: "certification", published: false, valid_from: "1999-09-08", expected_on: null, stated_on: null },
  ],
  ["certification", { ...aFramework, published: false }],
  ["certification", { ...aFramework, published: true, stated_on: tomorrow }],
  ["trust_page_publication", { number: 90910, state: "set-aside", logo_type: "image/png" }],
  ["ending_warning", { what: "certification", days_before: 7 }],
  ["control", { status: "planned", criteria: ["CC6.1"], public: false }],
  ["trust_update", { ...anUpdate, published_at: null }],
  ["trust_update", { ...anUpdate, published_at: `${tomorrow}T23:59:59Z` }],
  ["trust_update", { ...anUpdate, channel: "list", published_at: `${dayFromNow(-3)}T09:00:00Z` }],
  ["subscription", { topics: ["general"] }],
  ["subscription_ask", { topics: ["general"] }],
  ["subprocessor_told", { what: "planned" }],
  ["answer", { id: hidden, state: "approved", version: 1, approved_version: 1, review_by: tomorrow }],
  ["answer_version", { answer_id: hidden, number: 1, audience: "internal" }],
  [
    "answer",
    { id: hiddenReport, key: "canary-draft", state: "draft", version: 1, approved_version: null, review_by: tomorrow },
  ],
  ["answer_staleness", { kind: "control" }],
  ["answer_finding", { kind: "conflict" }],
  ["answer_correction", { outcome: "sent" }],
  ["answer_version", { answer_id: hiddenReport, number: 1, audience: "public" }],
  [
    "answer",
    {
      id: hiddenDocument,
      key: "canary-overdue",
      state: "approved",
      version: 1,
      approved_version: 1,
      stale_since: null,
    },
  ],
  ["answer_version", { answer_id: hiddenDocument, number: 1, audience: "public" }],
  [
    "answer",
    { id: stale, key: "canary-stale", state: "approved", version: 1, approved_version: 1, review_by: tomorrow },
  ],
  ["answer_version", { answer_id: stale, number: 1, audience: "public" }],
  ["answer_version", { answer_id: twice, number: 1, audience: "public" }],
  ["answer_version", { answer_id: twice, number: 3, audience: "public" }],
  ["control_import", { confirmed_at: null, report: null }],
  ["control_import", { id: markedId() }],
  ["answer_import", { confirmed_at: null, report: null }],
  ["answer_import", { id: markedId() }],
  ["questionnaire", { state: "released" }],
  ["response", { state: "proposed", decided_by: null, decided_at: null, method: "drafted" }],
  ["text_vector", { dimensions: 2, vector: Buffer.from("canary!!") }],
];

const dates = {
  announced_on: dayFromNow(-20),
  object_until: dayFromNow(10),
  added_on: dayFromNow(-5),
  removed_on: dayFromNow(40),
};
const fact = (name: string) => [
  { control: said(`${name}-control`), finding: said(`${name}-finding`), response: said(`${name}-response`) },
];

/** Rows that visitors see: what is given is open to everyone, and the rest of the row is not. */
export const openRows: [table: string, given: Row][] = [
  [
    "brand",
    {
      ...{ main_colour: "#005571", second_colour: "#7a1f5c", icon: null, icon_type: null },
      footer_links: [{ label: said("foot-about"), href: "https://open-foot-about.example" }],
    },
  ],
  [
    "company_profile",
    {
      ...{
        name: said("name"),
        legal_name: said("legal"),
        website: "https://open-website.example",
        description: said("about"),
      },
      ...{
        products: [said("product")],
        security_email: "open-security@vendor.example",
        contact_email: "open-contact@vendor.example",
      },
      ...{ logo: null, logo_type: null, notice_days: 30, objection_days: 14 },
    },
  ],
  [
    "report",
    {
      ...{ ...anIssuedReport, id: report, published: true, document_id: gated, controls_tested: 12 },
      ...{ auditor: said("auditor"), auditor_licence: said("licence"), auditor_url: "https://open-auditor.example" },
      ...{
        system_name: said("system"),
        products: [said("in-scope")],
        exceptions: fact("exception"),
        cuecs: [said("cuec")],
      },
      subservice: [{ name: said("supplier"), service: said("supplies"), method: "carve-out" }],
    },
  ],
  [
    "bridge_letter",
    {
      id: randomUUID(),
      report_id: report,
      covers_from: dayFromNow(-59),
      covers_until: dayFromNow(20),
      signed_on: dayFromNow(-50),
      document_id: gated,
    },
  ],
  [
    "certification",
    {
      ...{ id: randomUUID(), kind: "certification", name: said("certification"), issuer: said("issuer") },
      ...{ certificate_number: said("number"), scope: said("scope"), statement: said("of-certification") },
      ...{ valid_from: dayFromNow(-9), valid_until: dayFromNow(300), expected_on: null, stated_on: null },
      ...{ document_id: null, link: "https://open-register.example", published: true },
    },
  ],
  [
    "certification",
    {
      ...{ ...aFramework, id: randomUUID(), name: said("framework"), statement: said("statement") },
      ...{ stated_on: dayFromNow(-9), document_id: null, link: "https://open-framework.example", published: true },
    },
  ],
  [
    "control",
    {
      id: control,
      code: said("code"),
      title: said("control"),
      description: said("does"),
      status: "implemented",
      criteria: ["CC6.1"],
      public: true,
    },
  ],
  [
    "subprocessor",
    {
      ...{ id: randomUUID(), name: said("subprocessor"), service: said("service"), purpose: said("purpose"), ...dates },
      ...{
        data_categories: said("data"),
        region: said("region"),
        transfer_basis: said("basis"),
        dpa_url: "https://open-dpa.example",
      },
    },
  ],
  [
    "trust_update",
    {
      id: randomUUID(),
      ...{ ...anUpdate, topic: "general" },
      title: said("update"),
      body: said("body"),
      published_at: `${dayFromNow(-3)}T09:00:00Z`,
    },
  ],
  [
    "document",
    {
      id: policy,
      title: said("policy"),
      description: said("policy-about"),
      kind: "policy",
      audience: "public",
      withdrawn_at: null,
    },
  ],
  [
    "document",
    {
      id: gated,
      title: said("gated"),
      description: said("gated-about"),
      kind: "report",
      audience: "nda",
      withdrawn_at: null,
    },
  ],
  ...[policy, gated].map((document): [string, Row] => [
    "document_version",
    {
      ...{ document_id: document, number: 1, sha256: "cafe0000".repeat(8), file_name: "canary.pdf" },
      ...{ size_bytes: 1000, pages: 9, uploaded_at: `${dayFromNow(-30)}T09:00:00Z` },
    },
  ]),
  ...[answer, twice].map((id, at): [string, Row] => [
    "answer",
    {
      id,
      key: `canary-${at}`,
      state: "draft",
      version: 3,
      approved_version: 2,
      review_by: tomorrow,
      approved_at: `${dayFromNow(-9)}T09:00:00Z`,
      stale_since: null,
    },
  ]),
  ...[answer, twice].map((id): [string, Row] => [
    "answer_version",
    {
      answer_id: id,
      number: 2,
      question: said("question"),
      text: said("answer"),
      short: "Yes",
      section: said("section"),
      audience: "public",
    },
  ]),
];

/** Choices among words that are the same for every company; and the logo, which is an address of its own. */
const choices = [
  "audit_event.actor_kind",
  "mail.state",
  "job.state",
  "person.kind",
  "person.role",
  "staff_invite.role",
  "document.kind",
  "document.audience",
  "access_request.status",
  "access_request_document.decision",
  "report.kind",
  "report.opinion",
  "report.categories",
  "certification.kind",
  "ending_warning.what",
  "control.status",
  "control.criteria",
  "trust_update.topic",
  "trust_update.channel",
  "subscription.topics",
  "subscription_ask.topics",
  "subprocessor_told.what",
  "answer.state",
  "answer_staleness.kind",
  "answer_finding.kind",
  "answer_correction.outcome",
  "share_link_event.kind",
  "nda_version.format",
  "nda_version.language",
  "nda_ground.kind",
  "rule_decision.outcome",
  "mail_domain.kind",
  "answer_version.audience",
  "questionnaire.state",
  "response.state",
  "response.method",
  "trust_page_publication.state",
  "trust_page_publication.logo_type",
  "company_profile.logo",
  "company_profile.logo_type",
  "brand.icon",
  "brand.icon_type",
];

/** Hashes that the database checks the form of, vectors of four bytes, and keys, which have tests of their own. */
const markedOtherwise = [
  "document_version.sha256",
  "issued_copy.sha256",
  "copy_trace.sha256",
  "text_vector.vector",
  "person.email",
  "trust_update.list_accounts",
];
export const elsewhere = /^(signing_key|publishing_rule|audit_head)\./;
export const unmarkable = [...choices, ...markedOtherwise];
