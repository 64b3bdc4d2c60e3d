import { createHash } from "node:crypto";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { type LetterDraft, letterOf, unprintableIn, warningsAboutDraft } from "./bridge-letter-draft.ts";
import { getCompanyProfile } from "./company-profile.server.ts";
import { addDays, type CalendarDay, daysInRange, sayDay } from "./days.ts";
import { ensureMayEdit } from "./editing.server.ts";
import { getReport } from "./reports.server.ts";

type Drafted = { reportId: string; draft: LetterDraft; today: CalendarDay };

/** What a letter for the report usually begins with. */
export async function getLetterDefaults(db: Db, { reportId, today }: Omit<Drafted, "draft">) {
  const { periodEnd } = await bridgeable(db, reportId);
  const coversFrom = addDays(periodEnd, 1);
  return { coversFrom, coversUntil: today > coversFrom ? today : coversFrom };
}

/** Refuses what no letter can say; what readers will ask about comes back as warnings. */
export async function checkLetterDraft(db: Db, { reportId, draft, today }: Drafted) {
  const { letter, periodEnd } = await readLetter(db, { reportId, draft });
  const foreign = unprintableIn(letter, draft);
  if (foreign !== "") {
    throw new Invalid(
      "trust-page.letter-unprintable",
      `The letter’s font has no ${foreign}. Write it in other letters.`,
    );
  }
  const days = daysInRange(draft.coversFrom, draft.coversUntil);
  return { letter, days, warnings: warningsAboutDraft(draft, periodEnd, today) };
}

/** A letter for management to read, correct and sign. It is handed over and kept nowhere; nothing of it is published. */
export async function drawUpBridgeLetter(db: Db, staff: Staff, { reportId, draft, today }: Drafted) {
  ensureMayEdit(staff);
  const { letter, days } = await checkLetterDraft(db, { reportId, draft, today });
  const { bridgeLetterPdf } = await import("./bridge-letter-pdf.server.tsx");
  const bytes = await bridgeLetterPdf(letter, { ...draft, drawnUpOn: today });
  const { coversFrom, coversUntil, signer, signerTitle, changes } = draft;
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      action: "trust-page.bridge-letter.drawn-up",
      actor: staff,
      subject: { kind: "report", id: reportId },
      details: {
        ...{ coversFrom, coversUntil, days, signer, signerTitle },
        changes: changes === "" ? "none known" : "named",
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
    }),
  );
  return { bytes, fileName: `bridge-letter-${coversFrom}-to-${coversUntil}-draft.pdf`, mediaType: "application/pdf" };
}

async function readLetter(db: Db, { reportId, draft }: Omit<Drafted, "today">) {
  const report = await bridgeable(db, reportId);
  if (draft.coversFrom <= report.periodEnd) {
    throw new Invalid(
      "trust-page.bridge-inside-period",
      `Enter a first day after the period’s end, ${sayDay(report.periodEnd)}.`,
    );
  }
  const { name, legalName, address } = await getCompanyProfile(db);
  return { letter: letterOf({ company: { name, legalName, address }, report, draft }), periodEnd: report.periodEnd };
}

async function bridgeable(db: Db, reportId: string) {
  const report = await getReport(db, reportId);
  const { periodStart, periodEnd, issuedOn } = report;
  if (!periodStart || !periodEnd || !issuedOn) {
    throw new Invalid(
      "trust-page.nothing-to-bridge",
      "A bridge letter follows the period of an issued report. This report has none.",
    );
  }
  return { ...report, periodStart, periodEnd };
}
