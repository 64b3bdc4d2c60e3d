import { type DotPlace, evidenceOf, type LinePlace, type PageEvidence } from "./page-evidence.ts";
import {
  type Affine,
  blurred,
  composed,
  type GreyImage,
  inPlace,
  likeness,
  type Profiles,
  profilesOf,
  warped,
} from "./grey-image.ts";
import { refined, shiftOf, turning, turnOf } from "./registration.ts";
import type { SeenFile } from "./render-pages.server.ts";

/** A page of the original: its size in points and where its marks would be. */
export type OriginalPage = { width: number; height: number; lines: LinePlace[]; dots: DotPlace[] };

export type Comparison = {
  /** Which page of the original each looked-at page of the found file shows; null where it shows none. */
  pages: { found: number; original: number | null; likeness: number }[];
  evidence: PageEvidence[];
};

const fineDpi = 150;
/** A third of the fine one. */
const coarse = 3;
const mostPages = 12;
const candidatesTried = 3;
/** Text pages of one layout reach 0.4 by chance. */
const leastLikeness = 0.6;
/** Nothing further is tried. */
const surely = 0.9;
const farthestShift = 0.14;

/** Looks at up to twelve pages of a found file, spread over it, and at the pages of the original that they show. */
export async function compareFiles(found: SeenFile, original: SeenFile, places: OriginalPage[]): Promise<Comparison> {
  const book = await coarsePagesOf(original, places);
  const comparison: Comparison = { pages: [], evidence: [] };
  const taken = new Set<number>();
  for (const page of spread(found.pageCount)) {
    const match = await matchOf(found, page, book);
    comparison.pages.push({ found: page, original: match?.page ?? null, likeness: match?.likeness ?? 0 });
    // The same page twice says the same twice, which is no more than once.
    if (!match || taken.has(match.page)) continue;
    const evidence = await evidenceFrom({ found, original }, match, places[match.page]!);
    if (!evidence) continue;
    taken.add(match.page);
    comparison.evidence.push(evidence);
  }
  return comparison;
}

const spread = (count: number): number[] =>
  Array.from({ length: Math.min(count, mostPages) }, (_, at) => Math.floor((at * count) / Math.min(count, mostPages)));

type CoarsePage = { image: GreyImage; profiles: Profiles };

const coarseWidth = (points: number) => Math.round((points * fineDpi) / 72 / coarse);

async function coarsePagesOf(file: SeenFile, places: OriginalPage[]): Promise<CoarsePage[]> {
  const pages: CoarsePage[] = [];
  for (const [page, { width }] of places.entries()) pages.push(coarsePage(await file.render(page, coarseWidth(width))));
  return pages;
}

function coarsePage(rendered: GreyImage): CoarsePage {
  const image = blurred(rendered);
  return { image, profiles: profilesOf(image) };
}

/** `way` leads from the original to the found page, both at the coarse size; `width` is what the latter was rendered at. */
type Match = { found: number; page: number; way: Affine; width: number; likeness: number };

/** As large as the file says it is, then as wide as the original's pages, as it is and turned upright. */
async function matchOf(file: SeenFile, found: number, book: CoarsePage[]): Promise<Match | null> {
  const said = await file.widthOf(found);
  const widths = new Set([...(said ? [coarseWidth(said)] : []), ...book.map(({ image }) => image.width)]);
  let best: Match | null = null;
  for (const width of [...widths].slice(0, 3)) {
    const suspect = coarsePage(await file.render(found, width));
    for (const turned of [false, true]) {
      const match = bestOf(book, suspect, turned);
      if (match && match.likeness > (best?.likeness ?? leastLikeness)) best = { ...match, found, width };
      if (best && best.likeness > surely) return best;
    }
  }
  return best;
}

function bestOf(book: CoarsePage[], suspect: CoarsePage, turned: boolean) {
  const turn = turned ? turnOf(suspect.image) : 0;
  if (turned && Math.abs(turn) < 0.1) return null;
  const back = turned ? turning(-turn, suspect.image) : inPlace;
  const upright = turned ? coarsePage(whiteOutside(warped(suspect.image, back, suspect.image))) : suspect;
  const ranked = book
    .map(({ profiles, image }, page) => ({
      page,
      ...shiftOf(profiles, upright.profiles, Math.round(image.width * farthestShift)),
    }))
    .sort((one, other) => other.fit - one.fit)
    .slice(0, candidatesTried);
  let best: { page: number; way: Affine; likeness: number } | null = null;
  for (const { page, dx, dy } of ranked) {
    const original = book[page]!.image;
    const way = refined(original, suspect.image, { from: composed(back, [1, 0, dx, 0, 1, dy]), rounds: 15 });
    const alike = way ? likeness(original, warped(suspect.image, way, original)) : 0;
    if (way && alike > (best?.likeness ?? 0)) best = { page, way, likeness: alike };
    if (alike > surely) break;
  }
  return best;
}

function whiteOutside(image: GreyImage): GreyImage {
  return { ...image, light: image.light.map((value) => (value < 0 ? 255 : value)) };
}

async function evidenceFrom(
  { found, original }: { found: SeenFile; original: SeenFile },
  match: Match,
  place: OriginalPage,
): Promise<PageEvidence | null> {
  const fineWidth = Math.round((place.width * fineDpi) / 72);
  const first = blurred(await original.render(match.page, fineWidth));
  const second = blurred(await found.render(match.found, match.width * coarse));
  const [a, b, c, d, e, f] = match.way;
  const from: Affine = [a, b, c * coarse, d, e, f * coarse];
  const way = refined(first, second, { from, rounds: 6, step: 2 });
  if (!way) return null;
  const pictures = { original: first, suspect: warped(second, way, first), scale: fineWidth / place.width };
  return evidenceOf(pictures, { page: match.page, lines: place.lines, dots: place.dots });
}
