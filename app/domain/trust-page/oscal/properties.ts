import type { ControlStatus } from "#db/schema/trust-page.ts";

/** Names of our own, in a namespace that no other tool gives a meaning to. */
export const ownNamespace = "urn:x-candor:trust-page:control";

export const propertyNames = {
  id: "id",
  title: "title",
  criterion: "criterion",
  status: "implementation-status",
} as const;

/** OSCAL's words for how far a control is (its list `implementation-status`), and ours. */
export const oscalStatuses = {
  implemented: "implemented",
  "in-progress": "partial",
  planned: "planned",
} as const satisfies Record<ControlStatus, string>;
