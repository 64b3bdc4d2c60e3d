import type { Migration } from "kysely";
import * as auditAndJobs from "./2026-11-24-0100-audit-and-jobs.ts";
import * as accounts from "./2026-11-24-0200-accounts.ts";
import * as documentsAndAccess from "./2026-11-24-0300-documents-and-access.ts";
import * as trustPage from "./2026-11-24-0400-trust-page.ts";
import * as answersAndQuestionnaires from "./2026-11-24-0500-answers-and-questionnaires.ts";
import * as learningFromReviews from "./2026-11-24-0600-learning-from-reviews.ts";
import * as filesComeBackWhole from "./2026-11-24-0700-files-come-back-whole.ts";
import * as signingKeys from "./2026-11-24-0800-signing-keys.ts";
import * as publicRecord from "./2026-11-24-0900-public-record.ts";
import * as certifications from "./2026-11-24-1000-certifications.ts";
import * as controlsInAndBrand from "./2026-11-24-1100-controls-in-and-brand.ts";
import * as subscriptions from "./2026-11-24-1200-subscriptions.ts";
import * as publications from "./2026-11-24-1400-publications.ts";
import * as traceableCopies from "./2026-11-24-1500-traceable-copies.ts";
import * as accessEvidenceAndRules from "./2026-11-24-1600-access-evidence-and-rules.ts";
import * as questionnaireFiles from "./2026-11-24-1700-questionnaire-files.ts";
import * as answersKeptTrue from "./2026-11-24-1800-answers-kept-true.ts";

/** In order. A migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  "2026-11-24-0100-audit-and-jobs": auditAndJobs,
  "2026-11-24-0200-accounts": accounts,
  "2026-11-24-0300-documents-and-access": documentsAndAccess,
  "2026-11-24-0400-trust-page": trustPage,
  "2026-11-24-0500-answers-and-questionnaires": answersAndQuestionnaires,
  "2026-11-24-0600-learning-from-reviews": learningFromReviews,
  "2026-11-24-0700-files-come-back-whole": filesComeBackWhole,
  "2026-11-24-0800-signing-keys": signingKeys,
  "2026-11-24-0900-public-record": publicRecord,
  "2026-11-24-1000-certifications": certifications,
  "2026-11-24-1100-controls-in-and-brand": controlsInAndBrand,
  "2026-11-24-1200-subscriptions": subscriptions,
  "2026-11-24-1400-publications": publications,
  "2026-11-24-1500-traceable-copies": traceableCopies,
  "2026-11-24-1600-access-evidence-and-rules": accessEvidenceAndRules,
  "2026-11-24-1700-questionnaire-files": questionnaireFiles,
  "2026-11-24-1800-answers-kept-true": answersKeptTrue,
};
