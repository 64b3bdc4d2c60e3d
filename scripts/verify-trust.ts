import { parseArgs } from "node:util";
import { formatDate, formatDateTime } from "#app/components/dates.ts";
import { keySet, verifyDetached, type PublicJwk } from "#app/domain/trust-page/machines/detached-signature.server.ts";
import { trustJsonSchema, type TrustJson } from "#app/domain/trust-page/machines/trust-schema.ts";
import { asXml } from "#app/domain/trust-page/machines/xml.ts";
import { runCommand } from "#scripts/form-file.ts";
import { UsageError } from "#scripts/kb-file.ts";

const usage = "Usage: npm run -s verify-trust -- URL [--key THUMBPRINT]";
const withinMs = 15_000;
const mostBytes = 8 * 1024 * 1024;
const oldestHours = 24;
const clockMinutes = 5;

/** What does not hold: said on stdout, exit status 1. */
class Mismatch extends Error {}

await runCommand(async () => {
  const { origin, key } = givenArguments();
  try {
    process.stdout.write(`${plain(await verified(origin, key))}\n`);
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    process.stdout.write(`Not verified. ${plain(error.message)}\n`);
    process.exitCode = 1;
  }
});

function givenArguments(): { origin: string; key: string | undefined } {
  const { values, positionals } = readArguments();
  const [address, ...more] = positionals;
  if (!address || more.length > 0 || !URL.canParse(address)) throw new UsageError(usage);
  const { origin, protocol } = new URL(address);
  if (!["https:", "http:"].includes(protocol)) throw new UsageError(usage);
  return { origin, key: values.key };
}

function readArguments() {
  try {
    return parseArgs({ options: { key: { type: "string" } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split("\n")[0]} ${usage}`);
  }
}

async function verified(origin: string, pinned: string | undefined): Promise<string> {
  const all = readKeys(await fetched(origin, "/.well-known/trust-keys.json"));
  const keys = pinned ? all.filter(({ kid }) => kid === pinned) : all;
  if (keys.length === 0) throw new Mismatch(pinned ? `${origin} does not publish the key ${pinned}.` : "No keys.");
  const [json, image] = [await fetched(origin, "/trust.json"), await fetched(origin, "/badge.svg")];
  const kid = ensureSigned(json, keys);
  ensureSigned(image, keys);
  const trust = readTrust(json);
  ensureFresh(trust);
  const expected = `${trust.status.word} · ${formatDate(trust.day)}`;
  if (!image.text.includes(asXml(expected))) {
    throw new Mismatch(`The badge does not say what trust.json says: ${expected}.`);
  }
  const { title, word } = trust.status;
  return `${title}. Status: ${word}, worked out on ${formatDateTime(trust.generatedAt)}. The signatures of trust.json and badge.svg hold; the key is ${kid}.`;
}

type Fetched = { path: string; bytes: Uint8Array; text: string; signature: string | null };

/** Redirects are not followed: what is verified is what stands at the address that was given. */
async function fetched(origin: string, path: string): Promise<Fetched> {
  const answer = await askFor(`${origin}${path}`);
  if (answer.status !== 200) throw new Mismatch(`${origin}${path} answers with ${answer.status}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > mostBytes) throw new Mismatch(`${origin}${path} is too large.`);
  return { path, bytes, text: new TextDecoder().decode(bytes), signature: answer.headers.get("trust-signature") };
}

async function askFor(address: string): Promise<Response> {
  try {
    return await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(withinMs) });
  } catch {
    throw new UsageError(`${address} does not answer.`);
  }
}

function readKeys({ text, path }: Fetched): PublicJwk[] {
  const read = keySet.safeParse(parsedJson(text));
  if (!read.success) throw new Mismatch(`${path} is not a set of Ed25519 keys.`);
  return read.data.keys;
}

function readTrust({ text, path }: Fetched): TrustJson {
  const read = trustJsonSchema.safeParse(parsedJson(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Mismatch(`${path} does not fit its schema: ${issue?.path.join(".")}: ${issue?.message}.`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function ensureSigned({ path, bytes, signature }: Fetched, keys: PublicJwk[]): string {
  if (!signature) throw new Mismatch(`${path} came without a signature.`);
  const verdict = verifyDetached(bytes, signature, keys);
  if (!verdict.holds) throw new Mismatch(`${path}: ${verdict.reason}`);
  return verdict.kid;
}

/** A true statement of last year, sent again, would otherwise pass. */
function ensureFresh({ generatedAt, status }: TrustJson): void {
  const minutes = (Date.now() - Date.parse(generatedAt)) / 60_000;
  if (minutes <= oldestHours * 60 && minutes >= -clockMinutes) return;
  const when = formatDateTime(generatedAt);
  throw new Mismatch(`The statement “${status.word}” is of ${when}, not of today.`);
}

/** What another server says, without what a terminal would act on. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}
