import { restoreOwnConcept } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const id = idFrom(params, "conceptId");
  const restored = await attempt(() => restoreOwnConcept(db, staff, id));
  if (restored.ok) return redirectSaying("/staff/words", `Put ${restored.value.name} back`);
  return redirectSaying("/staff/words", restored.errors.form!.join(" "));
});
