import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";

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
/** Words stay whole, without a hyphen that is not theirs; only an address or a hash that no line can hold is broken. */
Font.registerHyphenationCallback((word) => (word.length > 32 ? (word.match(/.{1,32}/g) ?? [word]) : [word]));
