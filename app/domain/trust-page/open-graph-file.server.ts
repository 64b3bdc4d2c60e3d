import { type Drawing, drawnFont, drawPng } from "#app/platform/drawing.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { type Palette, paletteOf } from "./brand-colours.ts";
import { getBrandColours } from "./brand.server.ts";
import { dayOf, sayDay } from "./days.ts";
import { keepNewest } from "./kept-files.ts";
import { badgeColours } from "./machines/badge.ts";
import { getPublicState } from "./public-record.server.ts";
import { kindNames } from "./terms.ts";
import { getTrustPage } from "./trust-page.server.ts";
import type { TrustPage } from "./trust-page.ts";

export const openGraphSize = { width: 1200, height: 630 };

const kept = keepNewest<Buffer>();

/** The picture that other sites show beside a link to the page. Made once a change and a day. */
export async function getOpenGraphFile(db: Db, now: Date): Promise<{ bytes: Buffer; tag: string }> {
  const tag = `${dayOf(now)} ${await getPublicState(db)}`;
  const bytes = await kept(tag, async () => {
    const page = await getTrustPage(db, { now, filter: { q: "", category: null } });
    const colours = paletteOf(await getBrandColours(db), "light");
    return drawPng(openGraphSize, (drawing) => drawStatus(drawing, { words: openGraphWords(page), colours }));
  });
  return { bytes, tag };
}

export type OpenGraphWords = { company: string; about: string; status: string; dated: string; colour: string };

/** The status in the words and the colour of the page, with the day that it is of. */
export function openGraphWords({ company, report, status, today }: TrustPage): OpenGraphWords {
  return {
    company: company.name,
    about: report?.isIssued ? kindNames[report.kind] : "SOC 2",
    status: status.word,
    dated: `On ${sayDay(today)}, ${new URL(appOrigin()).host}`,
    colour: badgeColours[status.tone],
  };
}

const [ink, quiet, page, line] = ["#161f26", "#454f56", "#ffffff", "#d7dee0"];
const left = 80;
const room = openGraphSize.width - 2 * left;

function drawStatus(drawing: Drawing, { words, colours }: { words: OpenGraphWords; colours: Palette }): void {
  const { width, height } = openGraphSize;
  drawing.fillStyle = page!;
  drawing.fillRect(0, 0, width, height);
  drawing.fillStyle = colours["second"] ?? colours["accent"] ?? "#005571";
  drawing.fillRect(0, 0, width, 18);
  write(drawing, words.company, { size: 68, y: 160, colour: ink! });
  write(drawing, "Trust center", { size: 36, y: 216, colour: quiet!, weight: 400 });
  drawing.fillStyle = line!;
  drawing.fillRect(left, 264, room, 2);
  write(drawing, words.about, { size: 40, y: 344, colour: quiet!, weight: 400 });
  drawing.fillStyle = words.colour;
  drawing.fillRect(left, 382, 14, 84);
  write(drawing, words.status, { size: 72, y: 450, colour: words.colour, indent: 40 });
  write(drawing, words.dated, { size: 30, y: 564, colour: quiet!, weight: 400 });
}

type Writing = { size: number; y: number; colour: string; weight?: 400 | 600; indent?: number };

/** On one line: smaller where it is long, and cut where that would be too small to read. */
function write(drawing: Drawing, text: string, { size, y, colour, weight = 600, indent = 0 }: Writing): void {
  const most = room - indent;
  const fits = (words: string) => drawing.measureText(words).width <= most;
  const set = (pixels: number) => (drawing.font = `${weight} ${pixels}px ${drawnFont}`);
  let pixels = size;
  for (set(pixels); !fits(text) && pixels > size * 0.6;) set(--pixels);
  let shown = text;
  while (!fits(shown) && shown.length > 1) shown = `${[...shown].slice(0, -2).join("").trimEnd()}…`;
  drawing.fillStyle = colour;
  drawing.textBaseline = "alphabetic";
  drawing.fillText(shown, left + indent, y);
}
