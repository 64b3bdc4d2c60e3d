import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { latencies, pause, requestsPerSecond } from "#scripts/bench/http-load.ts";

/**
 * How fast the trust page is answered, beside a bare `node:http` server that sends the same bytes, in the same run:
 *
 *     node --import tsx scripts/bench/public-page.ts [--out docs/performance.md]
 *
 * With DATABASE_URL (an empty PostgreSQL database) also how soon a change is seen in two processes.
 */
const rounds = 5;
const giveUpMs = 10_000;
const folder = mkdtempSync(join(tmpdir(), "candor-bench-"));
const children: ChildProcess[] = [];

try {
  const lines = [...(await speed()), ...(process.env.DATABASE_URL ? await freshness(process.env.DATABASE_URL) : [])];
  process.stdout.write(`${lines.join("\n")}\n`);
  const out = process.argv[process.argv.indexOf("--out") + 1];
  if (process.argv.includes("--out") && out) writeSection(out, lines);
} finally {
  children.forEach((child) => child.kill("SIGKILL"));
  rmSync(folder, { recursive: true, force: true });
}

async function speed(): Promise<string[]> {
  const candor = await startCandor({ DEMO: "on", DATABASE_URL: "", DATA_DIR: join(folder, "data") });
  await pause(3_000);
  const encoded = { "Accept-Encoding": "br" };
  const answer = await fetch(`http://localhost:${candor}/`, { headers: encoded });
  const etag = answer.headers.get("etag");
  if (!etag) throw new Error("The page does not come from memory.");
  const bare = await startBareServer(candor);
  const cases = [
    { name: "200, compressed", headers: encoded },
    { name: "304", headers: { ...encoded, "If-None-Match": etag } },
  ];
  const lines = [
    "| answer | Candor, requests/s | bare server, requests/s | ratio | p99 at 200/s | bare server | ratio |",
    "| --- | --: | --: | --: | --: | --: | --: |",
  ];
  for (const { name, headers } of cases) {
    const rates: { ours: number; bare: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const ours = await requestsPerSecond({ port: candor, headers });
      rates.push({ ours, bare: await requestsPerSecond({ port: bare, headers }) });
    }
    rates.sort((a, b) => a.ours / a.bare - b.ours / b.bare);
    const middle = rates[Math.floor(rounds / 2)]!;
    const [ours, theirs] = [await latencies({ port: candor, headers }), await latencies({ port: bare, headers })];
    const [a, b] = [ours.p99.toFixed(2), theirs.p99.toFixed(2)];
    lines.push(
      `| ${name} | ${middle.ours.toFixed(0)} | ${middle.bare.toFixed(0)} | ${(middle.ours / middle.bare).toFixed(2)} | ${a} ms | ${b} ms | ${(ours.p99 / theirs.p99).toFixed(2)} |`,
    );
  }
  return lines;
}

/** Two processes on one database, asked without a pause while other names of the company are published. */
async function freshness(databaseUrl: string): Promise<string[]> {
  const settings = { DATABASE_URL: databaseUrl, DEMO: "off" };
  const ports = [
    await startCandor({ ...settings, DATA_DIR: join(folder, "one") }),
    await startCandor({ ...settings, DATA_DIR: join(folder, "two") }),
  ];
  const { db } = await import("#db/client.server.ts");
  const { getDraft } = await import("#app/domain/trust-page/draft.server.ts");
  const { getNewestNumber } = await import("#app/domain/trust-page/publications.server.ts");
  const { insertEntry } = await import("#app/domain/trust-page/publish.server.ts");
  const publish = async () => {
    const [number, content] = [(await getNewestNumber(db)) + 1, await getDraft(db)];
    await insertEntry(db, { number, state: "published", content, madeBy: null, note: "", restoredFrom: null });
  };
  await db
    .insertInto("companyProfile")
    .values({ name: "Larkspur" })
    .onConflict((one) => one.doNothing())
    .execute();
  await pause(2_000);
  const seen: number[] = [];
  let [asked, lost] = [0, 0];
  for (let change = 0; change < 20; change++) {
    const name = `Larkspur ${change}`;
    await db.updateTable("companyProfile").set({ name }).execute();
    const began = performance.now();
    await publish();
    await Promise.all(
      ports.map(async (port) => {
        for (;;) {
          asked++;
          const answer = await fetch(`http://localhost:${port}/`).catch(() => null);
          if (answer?.status !== 200) lost++;
          if ((await answer?.text())?.includes(name)) break;
          if (performance.now() - began > giveUpMs) throw new Error(`"${name}" was not seen within ${giveUpMs} ms.`);
          await pause(5);
        }
        seen.push(performance.now() - began);
      }),
    );
    await pause(Math.random() * 400);
  }
  await db.destroy();
  const longest = Math.max(...seen).toFixed(0);
  return [
    "",
    `A change was seen in both of two processes after ${longest} ms at the longest of ${seen.length} times; of ${asked} requests meanwhile ${lost} were lost.`,
  ];
}

async function startCandor(settings: Record<string, string>): Promise<number> {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: "production", ...settings, PORT: String(port) } as NodeJS.ProcessEnv;
  if (env.DATABASE_URL === "") delete env.DATABASE_URL;
  const output = join(folder, `candor-${port}.log`);
  await ready(
    spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", openSync(output, "w"), "inherit"] }),
    output,
  );
  return port;
}

/** Sends what Candor sends, header by header. */
async function startBareServer(candor: number): Promise<number> {
  const port = await freePort();
  const script = `
    const { createServer, request } = require("node:http");
    const kept = (headers) => new Promise((done) => request({ port: ${candor}, path: "/", headers: { host: "localhost:${candor}", ...headers } }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk)).on("end", () => done({ status: answer.statusCode, body: Buffer.concat(chunks),
        headers: answer.rawHeaders.filter((_, i, all) => !/^(date|connection|keep-alive)$/i.test(all[i - (i % 2)])) }));
    }).end());
    (async () => {
      const whole = await kept({ "accept-encoding": "br" });
      const etag = whole.headers[whole.headers.findIndex((name) => name.toLowerCase() === "etag") + 1];
      const held = await kept({ "accept-encoding": "br", "if-none-match": etag });
      createServer((asked, answer) => {
        const { status, headers, body } = asked.headers["if-none-match"] ? held : whole;
        answer.writeHead(status, headers);
        answer.end(status === 304 ? undefined : body);
      }).listen(${port}, "127.0.0.1", () => console.log("is ready"));
    })();`;
  const output = join(folder, `bare-${port}.log`);
  await ready(spawn(process.execPath, ["-e", script], { stdio: ["ignore", openSync(output, "w"), "inherit"] }), output);
  return port;
}

/** Output goes to a file, as it would to a log, so that nobody has to read along while it is measured. */
async function ready(child: ChildProcess, output: string): Promise<void> {
  children.push(child);
  for (let look = 0; look < 600; look++) {
    if (readFileSync(output, "utf8").includes("is ready")) return;
    if (child.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`It did not start:\n${readFileSync(output, "utf8")}`);
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

function writeSection(path: string, lines: string[]): void {
  const [from, to] = ["<!-- public-page -->", "<!-- /public-page -->"];
  const text = readFileSync(path, "utf8");
  const [start, end] = [text.indexOf(from) + from.length, text.indexOf(to)];
  if (end < 0) throw new Error(`${path} has no place for these figures: "${from}" and "${to}".`);
  writeFileSync(path, `${text.slice(0, start)}\n${lines.join("\n")}\n${text.slice(end)}`);
}
