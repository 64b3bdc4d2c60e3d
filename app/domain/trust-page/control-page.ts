import type { Category } from "#db/schema/trust-page.ts";
import type { PublishedControl } from "./controls.ts";
import type { Criterion } from "./criteria.ts";

/** What stands at an address of its own: a criterion with the controls that serve it, or a control with its criteria. */
export type ControlPage = { company: string } & (
  | { is: "criterion"; criterion: Criterion; group: string; category: Category; controls: PublishedControl[] }
  | { is: "control"; control: PublishedControl; criteria: Criterion[] }
);
