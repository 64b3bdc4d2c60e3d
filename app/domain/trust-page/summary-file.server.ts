import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { dayOf } from "./days.ts";
import { getPublicState } from "./public-record.server.ts";
import { getTrustPage } from "./trust-page.server.ts";

let kept: { name: string; bytes: Promise<Buffer> } | null = null;

/** The trust page as PDF. Made once a change and a day, because anyone may ask for it and making it takes a while. */
export async function getTrustSummaryFile(db: Db) {
  const [now, address] = [new Date(), appOrigin()];
  const name = `${dayOf(now)} ${await getPublicState(db)} ${address}`;
  if (kept?.name !== name) kept = { name, bytes: make(db, { now, address }) };
  const mine = kept;
  const bytes = await mine.bytes.catch((error: unknown) => {
    if (kept === mine) kept = null;
    throw error;
  });
  return { bytes, fileName: `trust-summary-${dayOf(now)}.pdf`, mediaType: "application/pdf", public: true };
}

async function make(db: Db, { now, address }: { now: Date; address: string }): Promise<Buffer> {
  const page = await getTrustPage(db, { now, filter: { q: "", category: null } });
  return (await import("./summary-pdf.server.tsx")).trustSummaryPdf(page, address);
}
