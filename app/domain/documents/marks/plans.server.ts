import { createHash } from "node:crypto";
import type { PDFPage } from "@cantoo/pdf-lib";
import { letOthersGo } from "../one-at-a-time.server.ts";
import { contentOf } from "../pdf-file.server.ts";
import { type PagePlan, planOfPage } from "./page-plan.ts";

/** About 20 MiB at the most. */
const mostPagesKept = 2_000;

const kept = new Map<string, PagePlan[]>();

/** The plans of a file's pages. Those of the files used last are kept, because every copy of a file has the same. */
export async function plansOf(source: Uint8Array, pages: PDFPage[]): Promise<PagePlan[]> {
  const sha256 = createHash("sha256").update(source).digest("hex");
  const plans = kept.get(sha256) ?? (await planEach(pages));
  kept.delete(sha256);
  kept.set(sha256, plans);
  let total = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (total <= mostPagesKept || kept.size === 1) break;
    kept.delete(oldest);
    total -= length;
  }
  return plans;
}

async function planEach(pages: PDFPage[]): Promise<PagePlan[]> {
  const plans: PagePlan[] = [];
  for (const page of pages) {
    plans.push(planOfPage(contentOf(page)));
    await letOthersGo(plans.length);
  }
  return plans;
}
