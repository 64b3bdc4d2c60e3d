import { removeAlias } from "#app/domain/knowledge-base/aliases.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const answerId = idFrom(params, "answerId");
  const done = await attempt(() => removeAlias(db, staff, { answerId, id: idFrom(params, "aliasId") }));
  const said = done.ok ? "Removed the wording" : done.errors.form!.join(" ");
  return redirectSaying(`/staff/answers/${answerId}#aliases`, said);
});
