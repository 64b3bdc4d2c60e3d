import { archiveBombs } from "#scripts/bombs/archive-bombs.ts";
import type { Bomb } from "#scripts/bombs/bomb.ts";
import { documentBombs } from "#scripts/bombs/document-bombs.ts";
import { pdfBombs } from "#scripts/bombs/pdf-bombs.ts";
import { sheetBombs } from "#scripts/bombs/sheet-bombs.ts";
import { delimitedBombs, jsonBombs } from "#scripts/bombs/text-bombs.ts";
import { relationshipBombs, xmlBombs } from "#scripts/bombs/xml-bombs.ts";

/** Every file that is made to exhaust or to fool its reader. */
export const bombs: readonly Bomb[] = [
  ...archiveBombs,
  ...xmlBombs,
  ...relationshipBombs,
  ...sheetBombs,
  ...documentBombs,
  ...delimitedBombs,
  ...jsonBombs,
  ...pdfBombs,
];
