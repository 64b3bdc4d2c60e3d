import { complaints } from "#app/messages/en/complaints.ts";
import { NotFound } from "#app/domain/errors.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const loader = forAnyone(async () => {
  throw new NotFound("http.no-such-page", complaints.oldAddress);
});

export default function NoSuchPage() {
  return null;
}
