import { redirect } from "@remix-run/node";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const action = forProspect(async ({ db, request, prospect }) => {
  const { cookie } = await signOut(db, prospect, request.headers.get("cookie"));
  return redirect("/", { headers: { "Set-Cookie": cookie, "Clear-Site-Data": '"cache", "storage"' } });
});
