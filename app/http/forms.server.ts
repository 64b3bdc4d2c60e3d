import { complaints } from "#app/messages/en/complaints.ts";
import type { z } from "zod";
import { DomainError, Invalid, NotFound } from "#app/domain/errors.ts";
import { isMultipart, type Part, readMultipart } from "./multipart.server.ts";

/** Field name → what to enter instead. `form` holds what is not about one field. */
export type FieldErrors = Record<string, string[]>;

export type Parsed<Value> =
  { ok: true; value: Value } | { ok: false; errors: FieldErrors; typed: Record<string, string> };

/**
 * Reads a form against its schema. Names ending in "[]" become lists (also of none, when the schema has the list).
 * Files stay `File`s. What was typed comes back, so that nothing is lost; passwords and files do not.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Parsed<z.output<Schema>>> {
  const sent = await readForm(request);
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, errors: errorsOf(parsed.error), typed: typedOf(sent) };
}

async function readForm(request: Request): Promise<Record<string, unknown>> {
  const parts = await partsOf(request).catch((error: unknown) => {
    if (error instanceof Invalid) throw error;
    throw new Invalid("http.form-unreadable", complaints.formUnreadable);
  });
  const sent = new Map<string, unknown>();
  for (const [name, value] of parts) {
    const list = name.endsWith("[]") ? name.slice(0, -2) : null;
    if (list === null) sent.set(name, sent.get(name) ?? value);
    else sent.set(list, [...((sent.get(list) as unknown[] | undefined) ?? []), value]);
  }
  return Object.fromEntries(sent);
}

async function partsOf(request: Request): Promise<Iterable<Part>> {
  return isMultipart(request) ? readMultipart(request) : (await request.formData()).entries();
}

/** What was ticked in each named group, to tick it again when the form comes back. Leaves the request to be read. */
export async function ticksOf<Name extends string>(request: Request, names: Name[]): Promise<Record<Name, string[]>> {
  const form = await request.clone().formData();
  const ticks = names.map((name) => [name, form.getAll(`${name}[]`).filter((one) => typeof one === "string")]);
  return Object.fromEntries(ticks) as Record<Name, string[]>;
}

function errorsOf(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : "form";
    (errors[field] ??= []).push(issue.message);
  }
  return errors;
}

/** A list comes back a line each. */
function typedOf(sent: Record<string, unknown>): Record<string, string> {
  const asText = (value: unknown) => (Array.isArray(value) ? value.filter(isText).join("\n") : value);
  return Object.fromEntries(
    Object.entries(sent)
      .filter(([name]) => !/password|token|code/i.test(name))
      .map(([name, value]): [string, unknown] => [name, asText(value)])
      .filter((entry): entry is [string, string] => isText(entry[1])),
  );
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Runs a domain call whose refusal belongs on the form, not on an error page. What is not found still is not. */
export async function attempt<Value>(
  work: () => Promise<Value>,
): Promise<{ ok: true; value: Value } | { ok: false; errors: FieldErrors }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof DomainError && !(error instanceof NotFound)) {
      return { ok: false, errors: { form: [error.message] } };
    }
    throw error;
  }
}
