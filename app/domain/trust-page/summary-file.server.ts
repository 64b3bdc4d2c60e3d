import { usualLanguage, type Language } from "#app/messages/languages.ts";
import { wordsIn } from "#app/messages/words.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { dayOf } from "./days.ts";
import { getPublicState } from "./public-record.server.ts";
import { getTrustPage } from "./trust-page.server.ts";

type Kept = { name: string; bytes: Promise<Buffer> };
const keptByLanguage = new Map<Language, Kept>();

/** The trust page as PDF. Made once a change and a day, because anyone may ask for it and making it takes a while. */
export async function getTrustSummaryFile(db: Db, language: Language = usualLanguage) {
  const [now, address] = [new Date(), appOrigin()];
  const name = `${dayOf(now)} ${await getPublicState(db)} ${address}`;
  const kept = keptByLanguage.get(language);
  const mine = kept?.name === name ? kept : { name, bytes: make(db, { now, address, language }) };
  keptByLanguage.set(language, mine);
  const bytes = await mine.bytes.catch((error: unknown) => {
    if (keptByLanguage.get(language) === mine) keptByLanguage.delete(language);
    throw error;
  });
  return { bytes, fileName: `trust-summary-${dayOf(now)}.pdf`, mediaType: "application/pdf", public: true, language };
}

type Making = { now: Date; address: string; language: Language };

async function make(db: Db, { now, address, language }: Making): Promise<Buffer> {
  const page = await getTrustPage(db, { now, filter: { q: "", category: null }, words: wordsIn(language) });
  return (await import("./summary-pdf.server.tsx")).trustSummaryPdf(page, address, language);
}
