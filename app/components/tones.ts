/** How good or grave a thing is. A tone gives the glyph its shape and the words their colour. */
export type Tone =
  | "current"
  | "bridged"
  | "ageing"
  | "qualified"
  | "lapsed"
  | "prep"
  | "observation"
  | "pending"
  | "none"
  | "disclaimer";
