import { createCookie } from "@remix-run/node";
import { appOrigin } from "#app/platform/env.server.ts";
import { newToken } from "#app/platform/tokens.server.ts";

const preSignInSeconds = 15 * 60;
const flashSeconds = 60;

/** `__Host-` and Secure need https: plain http serves only for trying Candor on one's own machine. */
function hostCookie(name: string, maxAge: number) {
  const https = appOrigin().startsWith("https:");
  return createCookie(`${https ? "__Host-" : ""}candor_${name}`, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: https,
    maxAge,
  });
}

const browserCookie = hostCookie("browser", preSignInSeconds);
const flashCookie = hostCookie("flash", flashSeconds);

/** The secret that binds a sign-in code and link to the browser that asked for them. */
export async function readBrowserToken(request: Request): Promise<string | null> {
  const value: unknown = await browserCookie.parse(request.headers.get("cookie"));
  return typeof value === "string" && value !== "" ? value : null;
}

export async function newBrowserToken(): Promise<{ browserToken: string; cookie: string }> {
  const browserToken = newToken();
  return { browserToken, cookie: await browserCookie.serialize(browserToken) };
}

export async function readFlash(request: Request): Promise<string | null> {
  const value: unknown = await flashCookie.parse(request.headers.get("cookie"));
  return typeof value === "string" && value !== "" ? value : null;
}

export const saidOnce = (message: string): Promise<string> => flashCookie.serialize(message);
export const saidAlready = (): Promise<string> => flashCookie.serialize("", { maxAge: 0 });
