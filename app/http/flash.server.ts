import { redirect } from "@remix-run/node";
import type { RequestContext } from "./context.ts";
import { readFlash, saidAlready, saidOnce } from "./cookies.server.ts";

/** Goes on to a page that says, once, what was done: "Approved 3 documents". */
export async function redirectSaying(to: string, message: string): Promise<Response> {
  return redirect(to, { headers: { "Set-Cookie": await saidOnce(message) } });
}

export async function takeFlash(request: Request, context: RequestContext): Promise<string | null> {
  const message = await readFlash(request);
  if (message) context.setCookie(await saidAlready());
  return message;
}
