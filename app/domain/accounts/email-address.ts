import { complaints } from "#app/messages/en/complaints.ts";
import { z } from "zod";

/**
 * One spelling for one mailbox: NFC, trimmed, lower case, the domain in its ASCII form. Dots and plus tags stay, because
 * only the receiving server knows what they mean. Gives null for what is no address.
 */
export function canonicalEmail(typed: string): string | null {
  const text = typed.normalize("NFC").trim();
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > 254) return null;
  const local = text.slice(0, at).toLowerCase();
  const domain = asciiDomain(text.slice(at + 1).toLowerCase());
  const email = `${local}@${domain}`;
  if (!/^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u.test(local)) return null;
  if (!/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain)) return null;
  return email;
}

/** As browsers and servers write a host; empty for what is none. */
function asciiDomain(domain: string): string {
  const address = `http://${domain}`;
  return /^[^\s/?#@:\\[\]%]+$/.test(domain) && URL.canParse(address) ? new URL(address).hostname : "";
}

export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

export const emailField = z
  .string()
  .trim()
  .min(1, complaints.enterWorkEmail)
  .refine((typed) => canonicalEmail(typed) !== null, complaints.enterEmail)
  .transform((typed) => ({ typed, canonical: canonicalEmail(typed)! }));
