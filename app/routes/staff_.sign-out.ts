import { redirect } from "@remix-run/node";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff("any", async ({ db, request, staff }) => {
  const { cookie } = await signOut(db, staff, request.headers.get("cookie"));
  return redirect("/staff/sign-in", { headers: { "Set-Cookie": cookie, "Clear-Site-Data": '"cache", "storage"' } });
});
