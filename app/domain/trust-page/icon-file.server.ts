import { type Drawing, drawnFont, drawPng, type Picture, readPicture } from "#app/platform/drawing.server.ts";
import type { Db } from "#db/client.server.ts";
import { type Palette, paletteOf } from "./brand-colours.ts";
import { findOwnIcon, getBrandColours, getBrandLook } from "./brand.server.ts";
import { keepNewest } from "./kept-files.ts";
import { logoTypeOf } from "./logo.ts";
import { mostPixels, pictureSize } from "./picture-size.ts";
import { getPublishedLogo } from "./publications.server.ts";

const side = 96;
const kept = keepNewest<IconFile>();

export type IconFile = { bytes: Buffer; mediaType: string };

/** The icon of the browser's tab: the company's own, or made from its logo, or its initial. */
export async function getIconFile(db: Db): Promise<IconFile> {
  const { iconUrl, logoUrl, name } = await getBrandLook(db);
  return kept(iconUrl, async () => {
    const own = await findOwnIcon(db);
    if (own) return own;
    const logo = logoUrl ? await drawableLogo(db) : null;
    const colours = paletteOf(await getBrandColours(db), "light");
    const bytes = await drawPng({ width: side, height: side }, (drawing) =>
      logo ? fitted(drawing, logo) : initial(drawing, { name, colours }),
    );
    return { bytes, mediaType: "image/png" };
  });
}

/** Null for a logo that is too large to unpack, or that its reader does not take. */
async function drawableLogo(db: Db): Promise<Picture | null> {
  const { bytes } = await getPublishedLogo(db);
  const type = logoTypeOf(bytes);
  const size = type && pictureSize(bytes, type);
  if (!size || Math.max(size.width, size.height) > mostPixels) return null;
  return readPicture(bytes).catch(() => null);
}

function fitted(drawing: Drawing, logo: Picture): void {
  const scale = side / Math.max(logo.width, logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  drawing.drawImage(logo, (side - width) / 2, (side - height) / 2, width, height);
}

const productColours: Palette = { accent: "#005571", "on-accent": "#ffffff" };

function initial(drawing: Drawing, { name, colours }: { name: string; colours: Palette }): void {
  const all: Palette = { ...productColours, ...colours };
  drawing.fillStyle = (all["second"] ?? all["accent"])!;
  drawing.beginPath();
  drawing.roundRect(0, 0, side, side, 14);
  drawing.fill();
  drawing.fillStyle = (all["on-second"] ?? all["on-accent"])!;
  drawing.font = `600 58px ${drawnFont}`;
  drawing.textAlign = "center";
  drawing.textBaseline = "alphabetic";
  drawing.fillText([...name.trim()][0]?.toLocaleUpperCase("en") ?? "", side / 2, 69);
}
