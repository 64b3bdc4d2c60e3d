/** What a staff form is drawn from: typed values by field name, and complaints by field name. */
export type FormState = { typed: Record<string, string>; errors: Record<string, string[]> };

export function formState(
  sent: { errors?: Record<string, string[]>; typed?: Record<string, string> } | undefined,
  stored: Record<string, string> = {},
): FormState {
  return { typed: sent?.typed ?? stored, errors: sent?.errors ?? {} };
}

export type Choice = { value: string; label: string };

/** Documents for a select, with the choice of none. */
export const documentChoices = (documents: { id: string; title: string }[]): Choice[] => [
  { value: "", label: "None" },
  ...documents.map(({ id, title }) => ({ value: id, label: title })),
];

type Plain = string | number | boolean | null | string[];

/** What is stored, as a form types it: lists a line each, ticks as "yes". */
export function typedFrom(stored: Record<string, Plain>): Record<string, string> {
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, typed(value)]));
}

function typed(value: Plain): string {
  if (value === null || value === false) return "";
  if (value === true) return "yes";
  return Array.isArray(value) ? value.join("\n") : String(value);
}
