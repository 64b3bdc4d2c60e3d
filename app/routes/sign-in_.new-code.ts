import { redirect } from "@remix-run/node";
import { sendNewCode } from "#app/domain/access/sign-in.server.ts";
import { readBrowserToken } from "#app/http/cookies.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

/** Where the browser has named no address yet, the way leads to naming one. */
export const action = forAnyone(async ({ db, request, client }) => {
  const browserToken = await readBrowserToken(request);
  if (!browserToken) return redirect("/sign-in");
  const sent = await attempt(() => sendNewCode(db, { browserToken, client }));
  return redirect(sent.ok ? "/sign-in/code" : "/sign-in");
});
