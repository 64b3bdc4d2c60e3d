import { destination, pino, stdTimeFunctions } from "pino";
import { env } from "./env.server.ts";

const flushEveryMs = 100;
const flushAtCharacters = 64 * 1024;

const output = destination({ fd: 1, sync: true });

/** One JSON line an event on stdout. Never hand it a body, a token or a cookie. */
export const logger = pino({ level: env.logLevel, base: null, timestamp: stdTimeFunctions.isoTime }, output);

let waiting = "";
let clock = { at: 0, text: "" };
let timer: NodeJS.Timeout | undefined;

/**
 * The same line as `logger.info(event, message)` gives, for what happens thousands of times a second: kept for a tenth
 * of a second and written with its neighbours. `rest` is JSON without the braces.
 */
export function logSoon(rest: string, message: string): void {
  if (!logger.isLevelEnabled("info")) return;
  waiting += `{"level":30,"time":"${timeText()}",${rest},"msg":"${message}"}\n`;
  if (waiting.length > flushAtCharacters) flush();
  else timer ??= setTimeout(flush, flushEveryMs).unref();
}

function timeText(): string {
  const at = Date.now();
  if (at !== clock.at) clock = { at, text: new Date(at).toISOString() };
  return clock.text;
}

function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  const lines = waiting;
  waiting = "";
  if (lines !== "") output.write(lines);
}

process.on("exit", flush);
