import { access } from "./de/access.tsx";
import { agreement } from "./de/agreement.ts";
import { calendar, count, size } from "./de/calendar.ts";
import { criteria, criteriaGroupTitles } from "./de/criteria.ts";
import { errorPages, layout } from "./de/layout.ts";
import { portal } from "./de/portal.tsx";
import { questionnaires } from "./de/questionnaires.tsx";
import { certifications, record, status, timeline } from "./de/status.ts";
import { glossary, terms } from "./de/terms.ts";
import { trustPage } from "./de/trust-page.ts";
import type { Words } from "./en.ts";
import { receipts } from "./de/receipts.ts";
import { search } from "./de/search.ts";
import { subscriptions } from "./de/subscriptions.ts";

/** Formal, and in the terms of German auditors and data protection officers. */
export const de: Words = {
  calendar,
  count,
  size,
  layout,
  errorPages,
  status,
  record,
  timeline,
  certifications,
  terms,
  glossary,
  criteria,
  criteriaGroupTitles,
  trustPage,
  access,
  agreement,
  portal,
  questionnaires,
  receipts,
  search,
  subscriptions,
};
