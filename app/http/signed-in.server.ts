import { redirect } from "@remix-run/node";
import { redirectSaying } from "./flash.server.ts";

/** Goes on with the new session: to the request that was proved, or to where the person wanted to go. */
export async function signedInTo(
  session: { cookie: string; requestId: string | null; note: string | null },
  otherwise: string,
): Promise<Response> {
  const to = session.requestId ? `/portal/requests/${session.requestId}` : otherwise;
  const answer = session.note ? await redirectSaying(to, session.note) : redirect(to);
  answer.headers.append("Set-Cookie", session.cookie);
  return answer;
}
