import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { builtInCalibration } from "#app/domain/matching/confidence.ts";
import { buildIndex, type MatchIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import { rankCandidates } from "#app/domain/matching/ranking.ts";
import { decodeWordVectors } from "#app/domain/matching/word-vectors.ts";
import { readWordVectors } from "#app/platform/word-vectors.server.ts";
import { fitCalibration } from "#scripts/bench/calibration-fit.ts";
import { crossValidated, fillQuality, type LabelledMatch, repeatedHalves, safeFloor } from "#scripts/bench/fills.ts";
import { type LabelledSet, readLabelledSets, readOtherVendors } from "#scripts/bench/labelled-sets.ts";
import { calibrationError, rankingQuality, reliability, separation } from "#scripts/bench/measures.ts";
import { peersFrom } from "#scripts/bench/peers.ts";
import { type Findings, qualityReport } from "#scripts/bench/quality-report.ts";
import { reliabilityPicture } from "#scripts/bench/reliability-picture.ts";
import { qualityAt, speedAt } from "#scripts/bench/sizes.ts";
import { chosenElsewhere, type Ranked } from "#scripts/bench/weights-elsewhere.ts";

const usage =
  "Usage: node --expose-gc --import tsx scripts/bench/matching.ts --data FOLDER [--peers FOLDER] [--out docs]";
const precision = 0.97;
const sizesMeasured = [1_000, 10_000, 40_000];

const { values } = parseArgs({
  options: { data: { type: "string" }, peers: { type: "string" }, out: { type: "string", default: "docs" } },
});
if (!values.data) throw new Error(usage);

const vectors = decodeWordVectors(await readWordVectors());
const sets = await readLabelledSets(values.data);
const indexes = new Map(Object.values(sets).map((set) => [set.entries, buildIndex(set.entries, { vectors })]));
const matches = {
  caiq: matchesOf(sets.caiq),
  hecvat: matchesOf(sets.hecvat),
  verbatim: matchesOf(sets.verbatim),
  traps: matchesOf(sets.traps),
};
const questionnaires = [...matches.caiq, ...matches.hecvat, ...matches.verbatim];
const asked = matches.traps.filter(({ question }) => question.kind === "asked");
const trapped = matches.traps.filter(({ question }) => question.kind !== "asked");
const fitted = fitCalibration(questionnaires, precision);
const estimates = crossValidated(questionnaires, precision).filter(({ match }) => match.set !== sets.verbatim.name);
const bins = reliability(estimates);

const findings: Findings = {
  sets: Object.values(sets).map((set) => ({
    name: set.name,
    questions: set.questions.length,
    entries: set.entries.length,
  })),
  ours: await ranked(
    (index) => async (set) =>
      set.questions.map((question) => ({
        question,
        ranked: matchQuestion(index, { text: question.text, section: question.section }).ranked.map(({ id }) => id),
      })),
  ),
  withoutSection: await ranked(
    (index) => async (set) =>
      set.questions.map((question) => ({
        question,
        ranked: matchQuestion(index, { text: question.text }).ranked.map(({ id }) => id),
      })),
  ),
  peers: await peerRows(values.peers),
  elsewhere: elsewhereRows(),
  nextVersion: [0.95, precision, 0.98].map((stated) => ({
    stated,
    ...repeatedHalves(
      { target: [...matches.hecvat, ...matches.verbatim], taught: matches.caiq, traps: trapped },
      stated,
    ),
  })),
  unseen: [
    { name: sets.caiq.name, ...unseenFills(matches.caiq, [...matches.hecvat, ...matches.verbatim]) },
    { name: sets.traps.name, ...unseenFills(asked, questionnaires) },
  ],
  shipped: [
    ...Object.values(matches).map((rows) => ({
      name: rows[0]!.set,
      ...fillQuality(
        rows.filter(({ question }) => question.kind === "asked"),
        builtInCalibration,
      ),
    })),
    ...(["polarity", "scope"] as const).map((kind) => ({
      name: `hand-written, ${kind} changed`,
      ...fillQuality(
        trapped.filter(({ question }) => question.kind === kind),
        builtInCalibration,
      ),
    })),
  ],
  vetoes: {
    rightVetoed: asked.filter(({ right, evidence }) => right && evidence.vetoed).length,
    right: asked.filter(({ right }) => right).length,
    answerable: asked.filter(({ question }) => question.gold.length > 0).length,
    polarity: trapped.filter(({ question, evidence }) => question.kind === "polarity" && evidence.vetoed).length,
    scope: trapped.filter(({ question, evidence }) => question.kind === "scope" && evidence.vetoed).length,
  },
  calibration: {
    error: calibrationError(estimates),
    separation: separation(estimates),
    bins,
    fitted,
    shipped: builtInCalibration,
  },
  speeds: [],
  sizes: [],
};
const others = await readOtherVendors(values.data);
const pool = [...sets.caiq.entries, ...others];
const all = [...sets.caiq.questions, ...sets.hecvat.questions];
findings.speeds = sizesMeasured.map((size) => speedAt(size, pool, { questions: all, vectors }));
findings.sizes = [447, 2_000, 10_000].map((size) =>
  qualityAt(size, [sets.caiq, sets.hecvat], { pool: others, vectors }),
);

await writeFile(
  join(values.out, "matching-reliability.svg"),
  reliabilityPicture(bins, "Confidence and outcome, cross-validated"),
);
await writeFile(join(values.out, "matching-quality.md"), qualityReport(findings));
console.log(JSON.stringify({ ...fitted, fillFrom: Math.max(fitted.fillFrom, floorOfUnseen()) }));

function matchesOf(set: LabelledSet): LabelledMatch[] {
  const index = indexes.get(set.entries)!;
  return set.questions.map((question) => {
    const { evidence, method, ranked: [first] } = matchQuestion(index, { text: question.text, section: question.section }); // prettier-ignore
    const right = first !== undefined && question.gold.includes(first.id);
    return { set: set.name, question, evidence, exact: method === "exact", right };
  });
}

type Ask = (set: LabelledSet) => Promise<Parameters<typeof rankingQuality>[0]>;

/** Ranking quality of a way to ask: both questionnaires together, then each set. */
async function ranked(asking: (index: MatchIndex) => Ask): Promise<Findings["ours"]> {
  const rows = await Promise.all(Object.values(sets).map((set) => asking(indexes.get(set.entries)!)(set)));
  const [caiq, hecvat, verbatim, traps] = rows as [typeof rows[0], typeof rows[0], typeof rows[0], typeof rows[0]]; // prettier-ignore
  return [[...caiq!, ...hecvat!], caiq!, hecvat!, verbatim!, traps!].map(rankingQuality);
}

async function peerRows(folder: string | undefined): Promise<Findings["peers"]> {
  if (!folder) return [];
  const [vendor, handWritten] = [
    await peersFrom(folder, sets.caiq.entries),
    await peersFrom(folder, sets.traps.entries),
  ];
  return Promise.all(
    vendor.map(async ({ name }, i) => ({
      name,
      quality: await ranked(() => async (set) => {
        const peer = (set === sets.traps ? handWritten : vendor)[i]!;
        return Promise.all(
          set.questions.map(async (question) => ({ question, ranked: await peer.search(question.text) })),
        );
      }),
    })),
  );
}

function elsewhereRows(): Findings["elsewhere"] {
  const candidatesOf = (set: LabelledSet): Ranked[] => {
    const index = indexes.get(set.entries)!;
    return set.questions.map((question) => {
      const candidates = rankCandidates(index, { text: question.text, section: question.section }, []);
      return { set: set.name, question, candidates, ids: candidates.map(({ at }) => index.entries[at]!.entry.id) };
    });
  };
  const rows = [sets.caiq, sets.hecvat, sets.traps].map(candidatesOf);
  return rows.map((target) => ({
    name: target[0]!.set,
    ...chosenElsewhere(
      target,
      rows.filter((other) => other !== target),
    ),
  }));
}

function unseenFills(target: LabelledMatch[], taught: LabelledMatch[]) {
  const calibration = fitCalibration(taught, precision);
  return fillQuality(target, { ...calibration, fillFrom: Math.max(calibration.fillFrom, builtInCalibration.fillFrom) });
}

function floorOfUnseen(): number {
  return safeFloor(
    [
      { target: matches.caiq, taught: [...matches.hecvat, ...matches.verbatim] },
      { target: asked, taught: questionnaires },
    ],
    precision,
  );
}
