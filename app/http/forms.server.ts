import type { z } from "zod";
import { DomainError, Invalid, NotFound } from "#app/domain/errors.ts";

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
  const form = await request.formData().catch(() => {
    throw new Invalid("http.form-unreadable", "The form could not be read. Go back and send it again.");
  });
  const sent: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.endsWith("[]")) sent[name.slice(0, -2)] = form.getAll(name);
    else sent[name] = form.get(name);
  }
  return sent;
}

function errorsOf(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : "form";
    (errors[field] ??= []).push(issue.message);
  }
  return errors;
}

function typedOf(sent: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !/password|token|code/i.test(entry[0]),
    ),
  );
}

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
