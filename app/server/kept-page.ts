import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/**
 * One form of a page, ready to be sent: `headers` are names and values in turn, as Node takes them fastest. The last
 * value is the request's id, put in for each answer.
 */
export type KeptForm = { etag: string; body: Buffer; headers: string[]; headersIfHeld: string[] };
export type KeptPage = Record<Encoding, KeptForm>;

/** A page in each encoding, compressed as far as it goes; `always` are the headers that every form of it has. */
export async function keptPage(html: Buffer, always: Record<string, string>): Promise<KeptPage> {
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: html.length } }),
    promisify(gzip)(html, { level: 9 }),
  ]);
  const digest = createHash("sha256").update(html).digest("base64url").slice(0, 22);
  const form = (body: Buffer, encoding: Encoding): KeptForm => {
    const etag = `"${digest}-${encoding}"`;
    const headersIfHeld = [
      ...Object.entries({ ...always, Vary: "Accept-Encoding, Accept-Language", ETag: etag }).flat(),
    ];
    const own = ["Content-Type", "text/html; charset=utf-8", "Content-Length", String(body.length)];
    const headers = [...headersIfHeld, ...own];
    if (encoding !== "identity") headers.push("Content-Encoding", encoding);
    for (const head of [headers, headersIfHeld]) head.push("X-Request-Id", "");
    return { etag, body, headers, headersIfHeld };
  };
  return { br: form(br, "br"), gzip: form(gzipped, "gzip"), identity: form(html, "identity") };
}

const mostRemembered = 200;
const remembered = new Map<string, Encoding>();

/** The smallest encoding that a request takes. Browsers send few different headers, so that these are read once. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const known = remembered.get(accepted);
  if (known !== undefined) return known;
  const encoding = smallestTaken(accepted);
  if (remembered.size < mostRemembered) remembered.set(accepted, encoding);
  return encoding;
}

/** A quality of zero means never (RFC 9110, 12.5.3). */
function smallestTaken(accepted: string): Encoding {
  const takes = (name: string) =>
    accepted.split(",").some((one) => {
      const [coding, ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
      return coding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    });
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}

/** Whether a request names the page that it would get anyway (RFC 9110, 13.1.2: compared weakly). */
export function isHeldAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined || ifNoneMatch === etag) return ifNoneMatch !== undefined;
  return ifNoneMatch === "*" || ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
