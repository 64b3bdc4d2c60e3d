import { z } from "zod";
import type { ChatService } from "./chat.server.ts";
import type { EmbeddingService } from "./embeddings.server.ts";
import { isOutboundAddress } from "./outbound-address.ts";

const blankIsUnset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const optional = (schema: z.ZodType) => z.preprocess(blankIsUnset, schema.optional());
const text = z.string().trim();
const service = (name: string) =>
  text.refine(isOutboundAddress, `${name} is https://…, or http:// on this machine or a private network`);

const variables = z.object({
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
  FILL_PRECISION: z.preprocess(blankIsUnset, z.coerce.number().min(0.9).max(0.999).default(0.97)),
  EMBEDDINGS_URL: optional(service("EMBEDDINGS_URL")),
  EMBEDDINGS_KIND: z.preprocess(blankIsUnset, z.enum(["openai", "ollama"]).default("openai")),
  EMBEDDINGS_MODEL: optional(text),
  EMBEDDINGS_KEY: optional(text),
  DRAFTING_URL: optional(service("DRAFTING_URL")),
  DRAFTING_MODEL: optional(text),
  DRAFTING_KEY: optional(text),
});
const settings = variables.superRefine((given, context) => {
  for (const name of ["EMBEDDINGS", "DRAFTING"] as const) {
    if (!given[`${name}_URL`] === !given[`${name}_MODEL`]) continue;
    const [path, message] = [[`${name}_MODEL`], `${name}_URL and ${name}_MODEL go together`];
    context.addIssue({ code: "custom", path, message });
  }
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
  /** How many of the matches that may be accepted unread should be right: a share. */
  fillPrecision: number;
  /** Services that Candor sends texts to; null, the default, means to none. */
  embeddings: EmbeddingService | null;
  drafting: ChatService | null;
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
    fillPrecision: given.FILL_PRECISION,
    embeddings: serviceFrom(given, "EMBEDDINGS", { kind: given.EMBEDDINGS_KIND }),
    drafting: serviceFrom(given, "DRAFTING", {}),
  };
}

function serviceFrom<More>(given: Record<string, unknown>, name: "EMBEDDINGS" | "DRAFTING", more: More) {
  const of = (part: string) => given[`${name}_${part}`] as string | undefined;
  const url = of("URL");
  return url ? { url, model: of("MODEL")!, key: of("KEY") ?? null, ...more } : null;
}

export const env: Env = readEnv(process.env);

/** The address in mails and redirects: never taken from a request. */
export function appOrigin(): string {
  return env.appOrigin ?? `http://localhost:${env.port}`;
}
