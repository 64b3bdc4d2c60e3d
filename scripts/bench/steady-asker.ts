import { fork } from "node:child_process";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";

/** Seldom enough that answering alone does not keep a small machine busy. */
const everyMs = 200;

/** How long each answer took, in milliseconds, from when its request was due. */
export type Latencies = number[];

/**
 * Asks for a page five times a second, whatever else goes on, in a process of its own. What it gives ends the
 * asking and tells how long the answers took.
 */
export function askSteadily(url: string): () => Promise<Latencies> {
  const script = fileURLToPath(import.meta.url);
  const child = fork(script, ["ask", url], { execArgv: ["--import", "tsx"] });
  return () =>
    new Promise((told) => {
      child.once("message", (latencies) => {
        told(latencies as Latencies);
        child.disconnect();
      });
      child.send("stop");
    });
}

function ask(url: string): void {
  /** A connection that the server closes while it is used is opened anew, and the time goes on. */
  const agent = new Agent({ keepAlive: true });
  const latencies: Latencies = [];
  let open = 0;
  let due = performance.now();
  let stopping = false;
  const tell = () => {
    if (stopping && open === 0) process.send!(latencies);
  };
  const end = (from: number) => {
    latencies.push(performance.now() - from);
    open--;
    tell();
  };
  const askOnce = (from: number) => {
    const request = get(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}.`);
      answer.resume().on("end", () => end(from));
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET") throw error;
      askOnce(from);
    });
  };
  const timer = setInterval(() => {
    for (; due <= performance.now(); due += everyMs) {
      open++;
      askOnce(due);
    }
  }, 2);
  process.on("message", () => {
    clearInterval(timer);
    stopping = true;
    tell();
  });
}

if (process.argv[2] === "ask") ask(process.argv[3]!);
