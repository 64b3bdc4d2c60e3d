import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The scripts that we print. The font of Latin has Greek and Cyrillic too. */
export type Script = "latin" | "hebrew" | "arabic" | "chinese" | "japanese" | "korean";

const { resolve } = createRequire(import.meta.url);

const embedPdf = (language: string, file: string) => () =>
  join(dirname(resolve(`@embedpdf/fonts-${language}`)), "..", "fonts", file);

const files: Record<Script, () => string> = {
  latin: () => resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  hebrew: embedPdf("hebrew", "NotoSansHebrew-Regular.ttf"),
  arabic: embedPdf("arabic", "NotoNaskhArabic-Regular.ttf"),
  chinese: embedPdf("sc", "NotoSansHans-Regular.otf"),
  japanese: embedPdf("jp", "NotoSansJP-Regular.otf"),
  korean: embedPdf("kr", "NotoSansKR-Regular.otf"),
};

/** Where the font of a script is; all of them are of the Noto family. */
export const fontFile = (script: Script): string => files[script]();
