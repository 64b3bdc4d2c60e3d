import type { AuditAction } from "./actions.ts";

/** "access.request.approved" → "Request approved": the last two words of an action are what a person reads. */
export function inWords(action: AuditAction | string): string {
  const [, thing = "", past = ""] = action.split(".");
  const words = `${thing} ${past}`.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Details as "days: 30, from: sales". Ids are left to the export. */
export function detailsInWords(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([name, value]) => value !== null && value !== "" && !/Id$|sha256/i.test(name))
    .map(
      ([name, value]) =>
        `${name
          .replace(/([A-Z])/g, " $1")
          .toLowerCase()
          .replace("ip address", "address")}: ${Array.isArray(value) ? value.join(", ") : String(value)}`,
    )
    .join("; ");
}
