import { createHash } from "node:crypto";
import { acceptButton, consentSentence, pageTemplate, wordsOfThePage } from "#app/domain/access/acceptance-words.ts";
import { type Evidence, evidenceFormat } from "#app/domain/access/evidence.ts";
import { sealFormat, sealOf } from "#app/domain/access/seal.ts";
import { firstHash, hashEvent } from "#app/domain/audit/chain.ts";

export type Dice = { below: (most: number) => number };

/** Mulberry32: the same seed gives the same packs. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (most) => Math.floor(next() * most) };
}

const sha256 = (value: string | Uint8Array) => createHash("sha256").update(value).digest("hex");
const names = [
  "Łukasz Żak",
  "Šimon Čech",
  "王芳",
  "Ελένη",
  "Дмитрий",
  'O’Neil "Ann" \\ Co',
  "a\tb\u0007\u2028c",
  "👩‍⚖️ Ünal",
];

export type RandomPack = { evidence: Omit<Evidence, "digest">; files: Map<string, Buffer> };

/** A pack as the product makes them, with everything in it at random. The certificate is bytes, not a PDF. */
export function randomPack(roll: Dice): RandomPack {
  const uuid = () =>
    [8, 4, 4, 4, 12]
      .map((length) => hex(roll, length))
      .join("-")
      .replace(/^(.{14})./, "$14")
      .replace(/^(.{19})./, "$1a");
  const words = (most: number) =>
    Array.from({ length: 1 + roll.below(most) }, () => names[roll.below(names.length)]).join(" ");
  const at = (base: number) => new Date(base + roll.below(1_000_000_000));
  const format = roll.below(2) === 0 ? ("markdown" as const) : ("pdf" as const);
  const bytes = Buffer.from(
    format === "pdf"
      ? Array.from({ length: 60 + roll.below(200) }, () => roll.below(256))
      : [...Buffer.from(`# ${words(6)}\n\n${words(20)}`)],
  );
  const acceptedAt = at(1_780_000_000_000);
  const [provedAt, presentedAt] = [new Date(acceptedAt.getTime() - 90_000), new Date(acceptedAt.getTime() - 60_000)];
  const nda = {
    id: uuid(),
    number: 1 + roll.below(9),
    title: words(3),
    format,
    language: "en",
    body: format === "pdf" ? "" : bytes.toString(),
    sha256: sha256(bytes),
  };
  const pageWords = wordsOfThePage(nda);
  const [id, personId, proofEventId, sessionHash] = [uuid(), uuid(), uuid(), hex(roll, 64)];
  const open = {
    id,
    ndaVersionId: nda.id,
    ndaSha256: nda.sha256,
    personId,
    companyAccountId: roll.below(4) === 0 ? null : uuid(),
    ...{ email: `p${roll.below(999)}@acme.example`, fullName: words(2), title: words(2), company: words(3) },
    ...{ authorised: true, consentSentence: consentSentence(nda), buttonLabel: acceptButton },
    pageSha256: sha256(pageWords),
    events: [
      { name: "presented", serverTime: presentedAt.toISOString(), clientTime: null },
      {
        name: "accepted",
        serverTime: acceptedAt.toISOString(),
        clientTime: roll.below(2) ? acceptedAt.toISOString() : null,
      },
    ],
    ...{ provedBy: "code", ipAddress: "203.0.113.5", userAgent: words(4), sessionHash },
    accessRequestId: roll.below(2) ? uuid() : null,
    ...{ sealFormat, language: "en", pageTemplate, httpRequestId: uuid(), proofEventId, purpose: words(5) },
    obligationsUntil: roll.below(2) ? "2029-11-24" : null,
    grants: Array.from({ length: roll.below(4) }, uuid),
    mailId: uuid(),
  };
  const seal = sealOf({ ...open, acceptedAt, provedAt });
  const accepted = { seal, ndaSha256: nda.sha256, ndaVersion: nda.number };
  const signedIn = { provedBy: "code", sameBrowser: true, sessionSha256: sessionHash };
  const audit = chainOf(
    [
      {
        id: proofEventId,
        at: provedAt,
        action: "accounts.prospect.signed-in",
        personId,
        subjectId: personId,
        details: signedIn,
        name: words(2),
      },
      {
        id: uuid(),
        at: acceptedAt,
        action: "access.nda.accepted",
        personId,
        subjectId: id,
        details: accepted,
        name: words(2),
      },
    ],
    1 + roll.below(5000),
  );
  const files = new Map([
    [format === "pdf" ? "agreement.pdf" : "agreement.md", bytes],
    ["certificate.pdf", Buffer.from(hex(roll, 200))],
  ]);
  return {
    evidence: {
      ...{
        format: evidenceFormat,
        vendor: words(2),
        madeAt: at(1_790_000_000_000).toISOString(),
        seal,
        pageWords,
        audit,
      },
      acceptance: { ...open, acceptedAt: acceptedAt.toISOString(), provedAt: provedAt.toISOString() },
      nda: {
        ...{ id: nda.id, number: nda.number, title: nda.title, format, language: "en" },
        effectiveFrom: provedAt.toISOString(),
        bytes: bytes.toString("base64"),
      },
      delivery: roll.below(2)
        ? { mailId: open.mailId, state: "sent", sentAt: acceptedAt.toISOString(), providerId: hex(roll, 8) }
        : null,
      files: [...files].map(([name, content]) => ({ name, sha256: sha256(content) })),
    },
    files,
  };
}

const hex = (roll: Dice, length: number) => Array.from({ length }, () => roll.below(16).toString(16)).join("");

type Said = {
  id: string;
  at: Date;
  action: string;
  personId: string;
  subjectId: string;
  details: object;
  name: string;
};

function chainOf(said: Said[], from: number): Evidence["audit"] {
  let previousHash = firstHash;
  return said.map(({ personId, name, subjectId, at, ...event }, step) => {
    const chained = {
      ...event,
      ...{ seq: String(from + step), at: at.toISOString(), actorKind: "prospect", actorId: personId, actorName: name },
      ...{ subjectKind: "thing", subjectId },
    };
    const hash = hashEvent(previousHash, chained);
    const linked = { ...chained, previousHash, hash };
    previousHash = hash;
    return linked;
  });
}
