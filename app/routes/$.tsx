import { NotFound } from "#app/domain/errors.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async () => {
  throw new NotFound("http.no-such-page", "The address may be old, or what it named is gone.");
});

export default function NoSuchPage() {
  return null;
}
