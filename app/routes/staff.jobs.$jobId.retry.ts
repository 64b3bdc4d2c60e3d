import { retryJob } from "#app/domain/notifications/outbox.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["admin"], async ({ db, staff, params }) => {
  await retryJob(db, staff, idFrom(params, "jobId"));
  return redirectSaying("/staff/mail", "Queued the job again");
});
