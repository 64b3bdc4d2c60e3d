import { z } from "zod";
import { lines, optionalAddress, optionalEmail, requiredWords, tick, words } from "./form-fields.ts";
import { mostLogoBytes } from "./logo.ts";

export const companyProfileForm = z.strictObject({
  name: requiredWords(120, "Enter the company’s name as customers know it"),
  legalName: words(200),
  website: optionalAddress,
  description: words(1000),
  products: lines(50),
  securityEmail: optionalEmail,
  contactEmail: optionalEmail,
  address: words(500),
  logo: z
    .instanceof(File)
    .optional()
    .transform((file) => (file && file.size > 0 ? file : null))
    .refine((file) => !file || file.size <= mostLogoBytes, "Choose a file of at most 256 KB"),
  removeLogo: tick,
});

export type CompanyProfileDetails = Omit<z.output<typeof companyProfileForm>, "logo" | "removeLogo">;
export type LogoChange = { keep: true } | { remove: true } | { bytes: Uint8Array };

export async function logoChangeFrom(file: File | null, remove: boolean): Promise<LogoChange> {
  if (file) return { bytes: new Uint8Array(await file.arrayBuffer()) };
  return remove ? { remove: true } : { keep: true };
}
