import { z } from "zod";

const blankIsUnset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const optional = (schema: z.ZodType) => z.preprocess(blankIsUnset, schema.optional());
const text = z.string().trim();

const settings = z.object({
  NODE_ENV: z.preprocess(blankIsUnset, z.enum(["production", "development", "test"]).default("production")),
  HOST: z.preprocess(blankIsUnset, text.default("127.0.0.1")),
  PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(65535).default(3000)),
  APP_ORIGIN: optional(
    z.url({ protocol: /^https?$/, error: "APP_ORIGIN is an address such as https://trust.example.com" }),
  ),
  TRUSTED_PROXY_HOPS: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(5).default(0)),
  DATA_DIR: z.preprocess(blankIsUnset, text.default("data")),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: "DATABASE_URL begins with postgresql://" })),
  DEMO: z.preprocess(blankIsUnset, z.enum(["on", "off"]).default("on")),
  SECRET_KEY: optional(text.min(32, "SECRET_KEY needs at least 32 characters")),
  RESEND_API_KEY: optional(text),
  MAIL_FROM: z.preprocess(blankIsUnset, text.default("Candor <trust@localhost>")),
  LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info")),
});

export type Env = {
  nodeEnv: "production" | "development" | "test";
  host: string;
  port: number;
  /** Where people reach Candor, without a trailing slash; null means the loopback addresses on `port`. */
  appOrigin: string | null;
  trustedProxyHops: number;
  dataDir: string;
  databaseUrl: string | null;
  demo: boolean;
  secretKey: string | null;
  resendApiKey: string | null;
  mailFrom: string;
  logLevel: string;
};

export class BadSettings extends Error {}

/** Reads the settings once. Throws `BadSettings` with a line for each setting that does not hold. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = settings.safeParse(source);
  if (!parsed.success) {
    throw new BadSettings(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  const given = parsed.data as Record<string, string | number | undefined> & typeof parsed.data;
  return {
    nodeEnv: given.NODE_ENV,
    host: given.HOST,
    port: given.PORT,
    appOrigin: given.APP_ORIGIN ? new URL(String(given.APP_ORIGIN)).origin : null,
    trustedProxyHops: given.TRUSTED_PROXY_HOPS,
    dataDir: given.DATA_DIR,
    databaseUrl: (given.DATABASE_URL as string | undefined) ?? null,
    demo: given.DEMO === "on" && !given.DATABASE_URL,
    secretKey: (given.SECRET_KEY as string | undefined) ?? null,
    resendApiKey: (given.RESEND_API_KEY as string | undefined) ?? null,
    mailFrom: given.MAIL_FROM,
    logLevel: given.LOG_LEVEL,
  };
}

export const env: Env = readEnv(process.env);

/** The address in mails and redirects: never taken from a request. */
export function appOrigin(): string {
  return env.appOrigin ?? `http://localhost:${env.port}`;
}
