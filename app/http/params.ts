import { complaints } from "#app/messages/en/complaints.ts";
import { NotFound } from "#app/domain/errors.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A count in a route's address, from 1. */
export function numberFrom(params: Record<string, string | undefined>, name: string): number {
  const digits = params[name] ?? "";
  if (!/^[1-9]\d{0,8}$/.test(digits)) throw new NotFound("http.no-such-page", complaints.noSuchPage);
  return Number(digits);
}

/** The id in a route's address; what is no id cannot be found. */
export function idFrom(params: Record<string, string | undefined>, name: string): string {
  const id = params[name];
  if (!id || !uuid.test(id)) throw new NotFound("http.no-such-page", complaints.noSuchPage);
  return id;
}
