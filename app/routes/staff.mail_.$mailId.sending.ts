import { sendAgain } from "#app/domain/notifications/mailbox.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["admin"], async ({ db, params }) => {
  await sendAgain(db, idFrom(params, "mailId"));
  return redirectSaying("/staff/mail", "Queued the mail again");
});
