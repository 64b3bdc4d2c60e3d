import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { fontFile, type Script } from "./script-fonts.server.ts";

const resolve = createRequire(import.meta.url).resolve;
const file = (style: string) => resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`);

/** The family of every page that we print; importing its name makes it known. */
export const printFont = "Noto Sans";

Font.register({
  family: printFont,
  fonts: [
    { src: file("400Regular"), fontWeight: 400 },
    { src: file("600SemiBold"), fontWeight: 600 },
  ],
});
type LayoutFont = { layout: (text: string, features?: Record<string, boolean>, ...rest: unknown[]) => unknown };

/**
 * Composition turns "ị" into a letter and a dot that no search finds again, and the renderer has no switch for it; Latin
 * needs none, so it is turned off in the font itself when that is loaded.
 */
for (const fontWeight of [400, 600]) {
  const source = Font.getFont({ fontFamily: printFont, fontWeight })!;
  const load = source.load.bind(source);
  source.load = async () => {
    const first = source.data === null;
    await load();
    const font = source.data as unknown as LayoutFont;
    if (!first) return;
    const layout = font.layout.bind(font);
    font.layout = (text, features, ...rest) => layout(text, { ...features, ccmp: false }, ...rest);
  };
}

const families: Record<Script, string> = {
  latin: printFont,
  hebrew: "Noto Sans Hebrew",
  arabic: "Noto Naskh Arabic",
  chinese: "Noto Sans Chinese",
  japanese: "Noto Sans Japanese",
  korean: "Noto Sans Korean",
};

for (const script of ["hebrew", "arabic", "chinese", "japanese", "korean"] as const) {
  for (const fontWeight of [400, 600]) Font.register({ family: families[script], src: fontFile(script), fontWeight });
}

/** The families for a text in these scripts, of which each character takes the first that has it. */
export const printFontsFor = (scripts: Iterable<Script>): string[] => [
  ...new Set([printFont, ...[...scripts].map((script) => families[script])]),
];

/** Words stay whole, without a hyphen that is not theirs; only an address or a hash that no line can hold is broken. */
Font.registerHyphenationCallback((word) => (word.length > 32 ? (word.match(/.{1,32}/g) ?? [word]) : [word]));
