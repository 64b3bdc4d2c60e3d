import type { Staff } from "#app/domain/accounts/people.ts";
import { canonicalJson } from "#app/domain/audit/chain.ts";
import { Invalid, NotAllowed } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";

export function ensureMayEdit(staff: Staff): void {
  if (staff.role === "sales") {
    throw new NotAllowed("trust-page.not-an-editor", "Security and admins change the trust page. Ask one of them.");
  }
}

export function ensureIsAdmin(staff: Staff): void {
  if (staff.role !== "admin") {
    throw new NotAllowed("trust-page.not-an-admin", "Admins change the company profile. Ask one of them.");
  }
}

export async function ensureDocumentExists(db: Db, documentId: string | null): Promise<void> {
  if (documentId === null) return;
  const found = await db
    .selectFrom("document")
    .select("id")
    .where("id", "=", documentId)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  if (!found) throw new Invalid("trust-page.no-such-document", "This document is no longer here. Choose another.");
}

/** The names of what differs, for the audit trail. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]));
}
