import { pino, stdTimeFunctions } from "pino";
import { env } from "./env.server.ts";

/** One JSON line an event on stdout. Never hand it a body, a token or a cookie. */
export const logger = pino({ level: env.logLevel, base: null, timestamp: stdTimeFunctions.isoTime });
