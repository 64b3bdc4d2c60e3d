import { existsSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { httpServer, type HttpServerOptions } from "#app/server/http-server.server.ts";

/** The built routes, as they are served. Built by `npm test` before anything runs. */
export async function builtPages(): Promise<ServerBuild> {
  const file = resolve("build/server/index.js");
  if (!existsSync(file)) throw new Error("There is no build. Run the tests with `npm test`.");
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild;
}

export type Sent = {
  method?: "GET" | "POST" | "HEAD";
  path: string;
  cookie?: string;
  form?: Record<string, string>;
  /** One that is undefined is left out, also where it usually goes along. */
  headers?: Record<string, string | undefined>;
};
export type Answer = { status: number; location: string | null; headers: Record<string, unknown>; body: Buffer };

/** The real server over a real socket; the Host it is asked by is the one it is configured for. */
export async function servePages(
  options: HttpServerOptions = {},
): Promise<{ send: (sent: Sent) => Promise<Answer>; stop: () => Promise<void> }> {
  const server = httpServer(await builtPages(), options);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    send: (sent) => send(server, sent),
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

const origin = "http://localhost:3000";

function send(server: Server, { method = "GET", path, cookie, form, headers = {} }: Sent): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const body = method === "POST" ? new URLSearchParams(form ?? {}).toString() : undefined;
  const own = {
    host: "localhost:3000",
    connection: "close",
    ...(cookie ? { cookie } : {}),
    ...(method === "POST" ? { origin, "content-type": "application/x-www-form-urlencoded" } : {}),
  };
  return new Promise((done, fail) => {
    const sent = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== undefined);
    const all = Object.fromEntries(sent) as Record<string, string>;
    const outgoing = request({ port, host: "127.0.0.1", method, path, headers: all }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () =>
        done({
          status: incoming.statusCode!,
          location: incoming.headers.location ?? null,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}
