import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";

const words =
  `access account agreement alert annual approval archive assessment asset attack audit authority backup baseline board
  boundary breach budget calendar capacity certificate change channel checklist client cloud code committee compliance
  component continuity contract control coverage criteria customer cycle damage data deadline decision default delivery
  department deployment design detection device disclosure disposal document domain drill duty effort employee encryption
  endpoint engineer environment event evidence exception exercise exposure facility failure finding firewall forensic
  function gateway guideline handover hardware hazard identity impact incident inventory investigation key laptop ledger
  level library licence limit log maintenance malware management manual measure meeting member message method metric
  migration monitoring network notice objective office operation order outage owner packet partner password patch
  penetration period permission personnel plan platform policy population practice principle privilege procedure process
  product project protection provider quality quarter query recovery register release remediation report request
  requirement resource response restore retention review risk role rollback rotation sample scan schedule scope secret
  segment server service session severity signature site software source staff standard storage supplier system task team
  tenant test threat ticket token traffic training trend trigger update user vendor version visitor vulnerability warning
  workflow`.split(/\s+/);

/** The same numbers for the same seed, from 0 to below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A paragraph that nobody wrote. */
export function paragraph(random: () => number, wordCount: number): string {
  const said = Array.from({ length: wordCount }, () => words[Math.floor(random() * words.length)]!);
  const sentence = said.join(" ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

type Shape = { pages: number; size: [number, number]; letter: number };

/** A document of lines of text by pdf-lib, with a standard font. */
export async function pagesOfText(seed: number, { pages, size, letter }: Shape): Promise<Uint8Array> {
  const random = randomFrom(seed);
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(random() < 0.5 ? StandardFonts.TimesRoman : StandardFonts.Helvetica);
  const [width, height] = size;
  const margin = width * (0.09 + 0.05 * random());
  for (let page = 0; page < pages; page++) {
    const sheet = doc.addPage(size);
    for (let y = height - margin; y > margin; y -= letter * (random() < 0.12 ? 2.6 : 1.45)) {
      let line = "";
      for (;;) {
        const longer = `${line} ${words[Math.floor(random() * words.length)]!}`.trim();
        if (font.widthOfTextAtSize(longer, letter) > width - 2 * margin) break;
        line = longer;
      }
      sheet.drawText(line, { x: margin, y, size: letter, font });
    }
  }
  return doc.save();
}
