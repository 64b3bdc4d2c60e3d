import { redirect } from "@remix-run/node";
import { removeOwnConcept } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const id = idFrom(params, "conceptId");
  await removeOwnConcept(db, staff, id);
  return redirect(`/staff/words?removed=${id}`);
});
