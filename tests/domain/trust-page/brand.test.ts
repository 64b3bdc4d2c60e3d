import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeEach, describe, expect, test } from "vitest";
import { changeBrand, getBrandDetails, getBrandLook } from "#app/domain/trust-page/brand.server.ts";
import type { BrandDetails } from "#app/domain/trust-page/brand.ts";
import { changeCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { getIconFile } from "#app/domain/trust-page/icon-file.server.ts";
import { mostLogoBytes } from "#app/domain/trust-page/logo.ts";
import { getOpenGraphFile, openGraphWords } from "#app/domain/trust-page/open-graph-file.server.ts";
import { mostPixels, pictureSize } from "#app/domain/trust-page/picture-size.ts";
import { getPublicState } from "#app/domain/trust-page/public-record.server.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { aPublishedReport, nameTheCompany } from "./machines/scene.ts";

const details: BrandDetails = { mainColour: "#005571", secondColour: "#7a1f5c", footerLinks: [] };
const keep = { keep: true } as const;

const change = async (to: Partial<BrandDetails> = {}, icon: Parameters<typeof changeBrand>[2]["icon"] = keep) =>
  changeBrand(db, await ruth(), { details: { ...details, ...to }, icon });

function picture(width: number, height: number, colour: string) {
  const canvas = createCanvas(width, height);
  const drawing = canvas.getContext("2d");
  drawing.fillStyle = colour;
  drawing.fillRect(0, 0, width, height);
  return canvas;
}

async function pixelAt(bytes: Buffer, x: number, y: number): Promise<string> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const drawing = canvas.getContext("2d");
  drawing.drawImage(image, 0, 0);
  const [red, green, blue, seen] = drawing.getImageData(x, y, 1, 1).data;
  return seen === 0 ? "clear" : `#${[red, green, blue].map((one) => one!.toString(16).padStart(2, "0")).join("")}`;
}

beforeEach(async () => {
  await nameTheCompany({ name: "Orrery" });
  await publishDraft();
});

describe("a brand", () => {
  test("is seen at once, at an address of its own for each change", async () => {
    expect(await getBrandLook(db)).toMatchObject({ name: "Orrery", sheetUrl: null, footerLinks: [] });
    const state = await getPublicState(db);
    await change({ footerLinks: [{ label: "Privacy", href: "https://example.com/p" }] });
    const one = await getBrandLook(db);
    expect(await getPublicState(db)).not.toBe(state);
    expect(one).toMatchObject({
      sheetUrl: expect.stringMatching(/^\/brand\.css\?v=\d+$/),
      footerLinks: [{ label: "Privacy" }],
    });
    await change({ mainColour: "#004455" });
    const other = await getBrandLook(db);
    expect([other.sheetUrl, other.iconUrl]).not.toEqual([one.sheetUrl, one.iconUrl]);
    expect(await getBrandDetails(db)).toMatchObject({ mainColour: "#004455", secondColour: "#7a1f5c" });
  });

  test("is changed by admins, and the change stands in the trail", async () => {
    const asked = changeBrand(db, await ada(), { details, icon: keep });
    await expect(asked).rejects.toMatchObject({ code: "trust-page.not-an-admin" });
    await change();
    await change({ mainColour: null });
    const events = await db
      .selectFrom("auditEvent")
      .select("details")
      .where("action", "=", "trust-page.brand.changed")
      .orderBy("seq")
      .execute();
    expect(events.map((event) => event.details)).toMatchObject([
      { changed: ["mainColour", "secondColour", "footerLinks"] },
      { changed: ["mainColour"], mainColour: null },
    ]);
  });

  test("cannot hold a colour that is none, whatever writes it", async () => {
    await expect(change({ mainColour: "red" })).rejects.toThrow("brand_main_colour");
  });
});

describe("the icon", () => {
  test("is the initial on the second colour, until there is a logo or an icon", async () => {
    await change();
    const { bytes, mediaType } = await getIconFile(db);
    expect([mediaType, await pixelAt(bytes, 8, 48)]).toEqual(["image/png", "#7a1f5c"]);
  });

  test("is made from the published logo, as a whole and in its own shape", async () => {
    const logo = new Uint8Array(await picture(200, 100, "#00ff00").encode("png"));
    const profile = {
      ...{ name: "Orrery", legalName: "", website: "", description: "", products: [] },
      ...{ securityEmail: "", contactEmail: "", address: "" },
    };
    await changeCompanyProfile(db, await ruth(), { details: profile, logo: { bytes: logo } });
    await publishDraft();
    const { bytes } = await getIconFile(db);
    expect(await Promise.all([pixelAt(bytes, 2, 48), pixelAt(bytes, 48, 2)])).toEqual(["#00ff00", "clear"]);
  });

  test("is the company's own where there is one, byte for byte, whatever its name was", async () => {
    const own = new Uint8Array(await picture(32, 32, "#123456").encode("webp"));
    await change({}, { bytes: own });
    const { bytes, mediaType } = await getIconFile(db);
    expect([mediaType, bytes.equals(Buffer.from(own))]).toEqual(["image/webp", true]);
    await change({}, { remove: true });
    expect((await getIconFile(db)).mediaType).toBe("image/png");
  });

  test("is refused when its bytes are no picture, or too many, or unpack into too much", async () => {
    const refused = { code: "trust-page.icon-unusable" };
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    await expect(change({}, { bytes: svg })).rejects.toMatchObject(refused);
    const small = await picture(4, 4, "#ffffff").encode("png");
    const large = Buffer.concat([small, Buffer.alloc(mostLogoBytes)]);
    await expect(change({}, { bytes: new Uint8Array(large) })).rejects.toMatchObject(refused);
    small.writeUInt32BE(mostPixels + 1, 16);
    await expect(change({}, { bytes: new Uint8Array(small) })).rejects.toMatchObject(refused);
  });
});

test("the size of a picture is read from its own header, and of half a picture it is not", async () => {
  for (const format of ["png", "jpeg", "webp"] as const) {
    const canvas = picture(300, 123, "#336699");
    const bytes = new Uint8Array(format === "png" ? await canvas.encode("png") : await canvas.encode(format, 80));
    expect(pictureSize(bytes, `image/${format}`), format).toEqual({ width: 300, height: 123 });
    expect(pictureSize(bytes.slice(0, 14), `image/${format}`), format).toBeNull();
  }
});

describe("the picture for other sites", () => {
  const on = (day: string) => new Date(`${day}T12:00:00Z`);

  test("says the page's status in its words and colour, with the day", async () => {
    await aPublishedReport({ opinion: "adverse" });
    await publishDraft();
    const page = await getTrustPage(db, { now: on("2026-09-14"), filter: { q: "", category: null } });
    expect(openGraphWords(page)).toEqual({
      company: "Orrery",
      about: "SOC 2 Type II",
      status: page.status.word,
      dated: "On 14 Sep 2026, localhost:3000",
      colour: "#a52a26",
    });
    expect(page.status.word).toContain("Adverse");
  });

  test("is 1200 by 630 pixels, in the company's second colour at its upper edge", async () => {
    await change();
    const { bytes } = await getOpenGraphFile(db, on("2026-09-14"));
    const { width, height } = await loadImage(bytes);
    expect([width, height, await pixelAt(bytes, 600, 4)]).toEqual([1200, 630, "#7a1f5c"]);
  });

  test("is made once, and anew when the page changes or a day begins", async () => {
    const one = await getOpenGraphFile(db, on("2026-09-14"));
    expect((await getOpenGraphFile(db, on("2026-09-14"))).bytes).toBe(one.bytes);
    const next = await getOpenGraphFile(db, on("2026-09-15"));
    expect([next.tag.startsWith(dayOf(on("2026-09-15"))), next.bytes === one.bytes]).toEqual([true, false]);
    await change();
    expect((await getOpenGraphFile(db, on("2026-09-15"))).bytes.equals(next.bytes)).toBe(false);
  });

  test("can be drawn for any name, long or in another script", async () => {
    for (const name of ["北極星株式会社 한국 חברה شركة", "Long ".repeat(24).trim(), "😀"]) {
      await nameTheCompany({ name });
      await publishDraft();
      expect((await getOpenGraphFile(db, on("2026-09-14"))).bytes.length).toBeGreaterThan(1000);
    }
  });
});
