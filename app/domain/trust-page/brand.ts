import { z } from "zod";
import type { FooterLink } from "#db/schema/trust-page.ts";
import { nearestUsable, type Role, shortfallOf } from "./brand-colours.ts";
import { type Hex, readHex } from "./colours.ts";
import { linesOf, tick, words } from "./form-fields.ts";
import { mostLogoBytes } from "./logo.ts";

export const brandLimits = { footerLinks: 8, linkLabel: 60, linkAddress: 500 } as const;

const notHex = "Enter a colour as #005571";

/** A colour that may be used wherever its role has it, or none. */
const colour = (role: Role) =>
  words(20).transform((text, context): Hex | null => {
    if (text === "") return null;
    const hex = readHex(text);
    const complaint = hex === null ? notHex : complaintAbout(role, hex);
    if (complaint) context.addIssue({ code: "custom", message: complaint });
    return hex;
  });

function complaintAbout(role: Role, hex: Hex): string | null {
  const short = shortfallOf(role, hex);
  if (!short) return null;
  const ratio = (Math.floor(short.ratio * 100) / 100).toFixed(2);
  return `${hex} is too light ${short.where}: its contrast is ${ratio}:1, and WCAG AA asks for ${short.needs}:1. The nearest that passes is ${nearestUsable(role, hex)}`;
}

/** The colour to use instead of one that was refused; null where there is nothing to offer. */
export function offerFor(role: Role, typed: string | undefined): Hex | null {
  const hex = readHex(typed ?? "");
  return hex && shortfallOf(role, hex) ? nearestUsable(role, hex) : null;
}

const shape = "a label, a bar and an address: Privacy | https://example.com/privacy";

const footerLinks = words(6000).transform((text, context): FooterLink[] => {
  const say = (message: string) => context.addIssue({ code: "custom", message, continue: true });
  const typed = linesOf(text);
  if (typed.length > brandLimits.footerLinks) say(`Enter at most ${brandLimits.footerLinks} lines`);
  return typed.flatMap((line, at) => {
    const [label = "", href = "", ...rest] = line.split("|").map((part) => part.trim());
    const complaint =
      rest.length > 0 || href === "" || label === "" ? `write ${shape}` : complaintAboutLink(label, href);
    if (complaint) say(`Line ${at + 1}: ${complaint}`);
    return complaint ? [] : [{ label, href }];
  });
});

function complaintAboutLink(label: string, href: string): string | null {
  if (label.length > brandLimits.linkLabel) return `a label may have up to ${brandLimits.linkLabel} characters`;
  if (href.length > brandLimits.linkAddress) return `an address may have up to ${brandLimits.linkAddress} characters`;
  const isOpen = URL.canParse(href) && ["https:", "mailto:"].includes(new URL(href).protocol);
  return isOpen ? null : "an address begins with https:// or mailto:";
}

/** `useMain` and `useSecond` are the buttons that take the offered colour: what they say counts. */
export const brandForm = z.preprocess(
  takeOffers,
  z.strictObject({
    mainColour: colour("main"),
    secondColour: colour("second"),
    footerLinks,
    icon: z
      .instanceof(File)
      .optional()
      .transform((file) => (file && file.size > 0 ? file : null))
      .refine((file) => !file || file.size <= mostLogoBytes, "Choose a file of at most 256 KB"),
    removeIcon: tick,
  }),
);

function takeOffers(sent: unknown): unknown {
  const { useMain, useSecond, ...typed } = sent as Record<string, unknown>;
  return {
    ...typed,
    ...(useMain !== undefined && { mainColour: useMain }),
    ...(useSecond !== undefined && { secondColour: useSecond }),
  };
}

export type BrandDetails = Omit<z.output<typeof brandForm>, "icon" | "removeIcon">;

/** The form's fields as they are typed, for what is stored. */
export const typedBrand = ({ mainColour, secondColour, footerLinks: links }: BrandDetails): Record<string, string> => ({
  mainColour: mainColour ?? "",
  secondColour: secondColour ?? "",
  footerLinks: links.map(({ label, href }) => `${label} | ${href}`).join("\n"),
});
