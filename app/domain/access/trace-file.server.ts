import { compareWithOriginal, readFoundFile } from "#app/domain/documents/trace/look-in-child.server.ts";
import { copiesShown, copiesTagged } from "#app/domain/documents/trace/name-copies.server.ts";
import type { PageEvidence } from "#app/domain/documents/trace/page-evidence.ts";
import { threshold } from "#app/domain/documents/trace/scores.ts";
import { openStoredFile } from "#app/domain/documents/stored-file.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import {
  type LedgerCopy,
  listCopiesOfBytes,
  listLedger,
  listOriginals,
  type Original,
} from "./issued-copies.server.ts";
import { mostOriginalsTried, traceSeconds } from "./limits.ts";
import type { Says, Shows, TraceReport } from "./trace-report.ts";

type Found = { bytes: Uint8Array; documentId: string | null };

/**
 * Which copies a found file is or comes from. The whole ledger counts as compared, so that the chance of a wrong name
 * holds for the file and not for one document only.
 */
export async function traceFile(db: Db, { bytes, documentId }: Found): Promise<TraceReport> {
  const { copies, closed } = await listLedger(db);
  const comparisons = 2 * copies.length;
  const exact = await listCopiesOfBytes(db, sha256(bytes));
  const file = await readFoundFile(bytes);
  const says = file ? knownWords(file, copies) : [];
  const pointedTo = new Set([...exact, ...says.map(({ copyId }) => copyId)]);
  const originals = inOrder(await listOriginals(db), {
    first: new Set(copies.filter(({ copyId }) => pointedTo.has(copyId)).map(({ original }) => original)),
    documentId,
  });
  const seen = file
    ? await compareWithEach(bytes, originals, (original, evidence) => showsOf(evidence, { original, copies }))
    : { shows: [], compared: [] };
  return {
    format: "candor-trace-1",
    pages: file?.pages ?? null,
    exact,
    shows: seen.shows,
    says,
    comparisons,
    threshold: threshold(comparisons),
    originals: seen.compared,
    notCompared: originals.length - seen.compared.length,
    closedKeys: closed,
  };
}

/** Ids and tags in the file that the ledger knows. */
function knownWords(said: { copyIds: string[]; tags: string[] }, copies: LedgerCopy[]): Says[] {
  const known = new Set(copies.map(({ copyId }) => copyId));
  return [
    ...copiesTagged(said.tags, copies).map((copyId) => ({ copyId, by: "secret-tag" as const })),
    ...said.copyIds.filter((id) => known.has(id)).map((copyId) => ({ copyId, by: "copy-id" as const })),
  ];
}

/** What the file points to comes first; a document that staff chose is the only one. */
function inOrder(originals: Original[], { first, documentId }: { first: Set<string>; documentId: string | null }) {
  const chosen = documentId ? originals.filter(({ documentIds }) => documentIds.includes(documentId)) : originals;
  return [...chosen.filter((one) => first.has(one.sha256)), ...chosen.filter((one) => !first.has(one.sha256))];
}

function showsOf(evidence: PageEvidence[], against: { original: Original; copies: LedgerCopy[] }): Shows[] {
  const candidates = against.copies.filter(({ original }) => original === against.original.sha256);
  return copiesShown(evidence, candidates, 2 * against.copies.length).map(({ carrier, ...shown }) => ({
    ...shown,
    mark: carrier,
  }));
}

/** Until one of them shows a copy, or there is no time for more. An original that is gone cannot be compared. */
async function compareWithEach(
  bytes: Uint8Array,
  originals: Original[],
  showsIn: (original: Original, evidence: PageEvidence[]) => Shows[],
): Promise<{ shows: Shows[]; compared: TraceReport["originals"] }> {
  const until = Date.now() + traceSeconds * 1_000;
  const compared: TraceReport["originals"] = [];
  for (const original of originals.slice(0, mostOriginalsTried)) {
    const source = await openStoredFile(original.sha256).catch(() => null);
    if (!source) continue;
    const { title, version } = original;
    const { pages, evidence } = await compareWithOriginal(bytes, source);
    const pagesMatched = pages.filter((page) => page.original !== null).length;
    compared.push({ title, version, pagesSeen: pages.length, pagesMatched });
    const shows = showsIn(original, evidence);
    if (shows.length > 0 || Date.now() > until) return { shows, compared };
  }
  return { shows: [], compared };
}
