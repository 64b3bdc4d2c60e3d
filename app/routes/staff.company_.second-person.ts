import { changeSecondPersonRule, secondPersonForm } from "#app/domain/trust-page/second-person.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, secondPersonForm);
  if (!form.ok)
    throw new Invalid("trust-page.rule-unreadable", "The setting could not be read. Go back and send it again.");
  await changeSecondPersonRule(db, staff, form.value.secondPerson);
  return redirectSaying("/staff/company", "Saved the setting");
});
