import { forgetEndedSessions } from "#app/domain/accounts/sessions.server.ts";
import { tellHoldersOfReplacements } from "#app/domain/access/holders.server.ts";
import { expireUnverifiedRequests } from "#app/domain/access/requests.server.ts";
import { traceCopy } from "#app/domain/access/trace-copy.job.server.ts";
import { lookForFindings } from "#app/domain/knowledge-base/findings.server.ts";
import { staleByLapse, tellOfStaleness } from "#app/domain/knowledge-base/staleness.server.ts";
import { deliverMail } from "#app/domain/notifications/deliver.job.server.ts";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { writeNextDraft } from "#app/domain/questionnaires/drafts.job.server.ts";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { recalibrateMatching } from "#app/domain/questionnaires/recalibrate.job.server.ts";
import { forgetOldTextVectors } from "#app/domain/questionnaires/text-vectors.server.ts";
import { mailUpdate } from "#app/domain/subscriptions/mail-update.job.server.ts";
import { forgetOldAsks } from "#app/domain/subscriptions/subscriptions.server.ts";
import {
  tellOfSubprocessors,
  tellOfSubprocessorsNow,
} from "#app/domain/subscriptions/tell-subprocessors.job.server.ts";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { warnOfEndings } from "#app/domain/trust-page/ending-warnings.server.ts";
import type { JobHandlers } from "#app/platform/jobs.server.ts";
import { forgetOldRateLimits } from "#app/platform/rate-limit.server.ts";
import type { Db } from "#db/client.server.ts";

/** Every job that is ever queued, by name. */
export const jobHandlers: JobHandlers = {
  "notifications.deliver": deliverMail,
  "subscriptions.mail-update": mailUpdate,
  "subscriptions.tell-subprocessors": tellOfSubprocessorsNow,
  "access.trace-copy": traceCopy,
  "knowledge-base.tell-of-staleness": tellOfStaleness,
  "knowledge-base.look-for-findings": (db) => lookForFindings(db, dayOf(new Date())),
  "questionnaires.inspect": inspectQuestionnaire,
  "questionnaires.fill": fillQuestionnaire,
  "questionnaires.draft": writeNextDraft,
  "questionnaires.recalibrate": recalibrateMatching,
};

const upkeepEveryMs = 60 * 60 * 1000;

/** What runs by the clock: forgetting what has run out, and warning of what will. */
export function startUpkeep(db: Db, onError: (error: unknown) => void): { stop: () => void } {
  const tidy = () =>
    void Promise.all([
      forgetEndedSessions(db),
      expireUnverifiedRequests(db),
      tellHoldersOfReplacements(db),
      forgetOldRateLimits(db),
      forgetOldTextVectors(db),
      warnOfEndings(db, dayOf(new Date())),
      staleByLapse(db, dayOf(new Date())),
      lookForFindings(db, dayOf(new Date())),
      forgetOldAsks(db),
      tellOfSubprocessors(db, dayOf(new Date())),
    ]).catch(onError);
  const timer = setInterval(tidy, upkeepEveryMs);
  tidy();
  return { stop: () => clearInterval(timer) };
}
