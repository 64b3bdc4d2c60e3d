import type { Staff } from "#app/domain/accounts/people.ts";
import { NotAllowed } from "#app/domain/errors.ts";

export const decides = (staff: Staff): boolean => staff.role === "security" || staff.role === "admin";

/** Decisions, the NDA and revocations are for security and admin; sales see them and make share links. */
export function ensureDecides(staff: Staff): void {
  if (!decides(staff)) throw new NotAllowed("access.not-a-decider", "Only Security and admins can do this.");
}
