import { access } from "./en/access.tsx";
import { agreement } from "./en/agreement.ts";
import { calendar, count, size } from "./en/calendar.ts";
import { criteria, criteriaGroupTitles } from "./en/criteria.ts";
import { errorPages, layout } from "./en/layout.ts";
import { portal } from "./en/portal.tsx";
import { questionnaires } from "./en/questionnaires.tsx";
import { certifications, record, status, timeline } from "./en/status.ts";
import { glossary, terms } from "./en/terms.ts";
import { trustPage } from "./en/trust-page.ts";
import { receipts } from "./en/receipts.ts";
import { search } from "./en/search.ts";
import { subscriptions } from "./en/subscriptions.ts";

/** The texts of all buyer-facing pages. Each other language has the same, by this type: no more and no fewer. */
export const en = {
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

export type Words = typeof en;
