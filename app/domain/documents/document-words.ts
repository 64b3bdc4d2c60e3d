import type { StaffRole } from "#app/domain/accounts/people.ts";
import type { Audience, DocumentKind } from "#db/schema/documents.ts";

export type { Audience, DocumentKind };

export const audiences = ["internal", "on-request", "nda", "public"] as const satisfies readonly Audience[];

export const audienceNames: Record<Audience, string> = {
  public: "Public",
  "on-request": "On request",
  nda: "NDA",
  internal: "Internal",
};

export const audienceMeanings: Record<Audience, string> = {
  public: "Anyone opens it on the trust page",
  "on-request": "Listed; opens for a person once a request is approved. Each copy is stamped",
  nda: "Listed; opens once a request is approved and the NDA is accepted. Each copy is stamped",
  internal: "Listed for staff; opened by security and admins",
};

export const documentKinds = [
  "report",
  "letter",
  "certificate",
  "policy",
  "test",
  "agreement",
  "other",
] as const satisfies readonly DocumentKind[];

export const kindNames: Record<DocumentKind, string> = {
  report: "Report",
  letter: "Letter",
  certificate: "Certificate",
  policy: "Policy",
  test: "Test",
  agreement: "Agreement",
  other: "Other",
};

/** Copies of a gated document leave stamped, for one person, or not at all. */
export const isGated = (audience: Audience): boolean => audience === "on-request" || audience === "nda";

/** Security and admins add, change and withdraw; sales reads. */
export const keepsDocuments = (role: StaffRole): boolean => role !== "sales";
