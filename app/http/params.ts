import { NotFound } from "#app/domain/errors.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in a route's address; what is no id cannot be found. */
export function idFrom(params: Record<string, string | undefined>, name: string): string {
  const id = params[name];
  if (!id || !uuid.test(id)) throw new NotFound("http.no-such-page", "There is no such page.");
  return id;
}
