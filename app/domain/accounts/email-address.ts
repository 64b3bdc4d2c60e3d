import { domainToASCII } from "node:url";
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
  const domain = domainToASCII(text.slice(at + 1).toLowerCase());
  const email = `${local}@${domain}`;
  if (!/^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u.test(local)) return null;
  if (!/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain)) return null;
  return email;
}

export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

export const emailField = z
  .string()
  .trim()
  .min(1, "Enter your work e-mail address, for example ana@company.example")
  .refine((typed) => canonicalEmail(typed) !== null, "Enter an e-mail address, for example ana@company.example")
  .transform((typed) => ({ typed, canonical: canonicalEmail(typed)! }));

/** Mailbox providers open to everyone: an address there proves a person, never a company. */
const freeMailDomains = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "ymail.com",
  "icloud.com",
  "me.com",
  "mac.com",
  "aol.com",
  "gmx.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "mail.com",
  "mail.ru",
  "yandex.com",
  "yandex.ru",
  "qq.com",
  "163.com",
  "126.com",
  "proton.me",
  "protonmail.com",
  "tutanota.com",
  "fastmail.com",
  "zoho.com",
  "hey.com",
  "seznam.cz",
  "wp.pl",
  "libero.it",
  "orange.fr",
  "free.fr",
]);

export const isFreeMail = (email: string): boolean => freeMailDomains.has(domainOf(email));
