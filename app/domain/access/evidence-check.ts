import { createHash } from "node:crypto";
import { hashEvent } from "#app/domain/audit/chain.ts";
import { digestOf, encodeEvidence, type Evidence } from "./evidence.ts";
import { evidenceShape } from "./evidence-shape.ts";
import { firstSealFormat, sealOf } from "./seal.ts";

export type EvidenceVerdict = {
  holds: boolean;
  /** What does not hold, a sentence each. */
  problems: string[];
  /** Files that the evidence names and that were not given. */
  notChecked: string[];
  evidence: Evidence | null;
};

/**
 * Checks a piece of evidence by itself, with no database and no network: its spelling, its digest, the seal, the bytes
 * of the agreement, the words of the page, and the hashes of the audit events. `files` are those beside it, by name.
 */
export function checkEvidence(bytes: Uint8Array, files: ReadonlyMap<string, Uint8Array>): EvidenceVerdict {
  const evidence = readEvidence(bytes);
  if (!evidence) {
    return {
      holds: false,
      problems: ["This is not evidence in the format that Candor writes."],
      notChecked: [],
      evidence,
    };
  }
  const problems = checks.filter(({ holds }) => !holds(evidence)).map(({ problem }) => problem);
  for (const { name, sha256 } of evidence.files) {
    const file = files.get(name);
    if (file && sha256Of(file) !== sha256) problems.push(`${name} is not the file of this evidence.`);
  }
  const notChecked = evidence.files.map(({ name }) => name).filter((name) => !files.has(name));
  return { holds: problems.length === 0, problems, notChecked, evidence };
}

/** Null for what is not spelt exactly as we spell it: then no byte of the file is without meaning. */
function readEvidence(bytes: Uint8Array): Evidence | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const read = evidenceShape.safeParse(JSON.parse(text));
    return read.success && encodeEvidence(read.data).equals(bytes) ? read.data : null;
  } catch {
    return null;
  }
}

const sha256Of = (value: string | Uint8Array) => createHash("sha256").update(value).digest("hex");
const ndaBytes = ({ nda }: Evidence) => Buffer.from(nda.bytes, "base64");

const sealHolds = ({ acceptance, seal }: Evidence) =>
  sealOf({
    ...acceptance,
    acceptedAt: new Date(acceptance.acceptedAt),
    provedAt: acceptance.provedAt === null ? null : new Date(acceptance.provedAt),
  }) === seal;

/** The agreement stands in the words of the page: its text, or the SHA-256 of its file. */
function wordsAreOfTheNda({ acceptance, nda, pageWords }: Evidence): boolean {
  const shown =
    nda.format === "pdf" ? `PDF, SHA-256 ${acceptance.ndaSha256}` : ndaBytes({ nda } as Evidence).toString("utf8");
  const start = [`${nda.title}`, `version ${nda.number}`, shown].join("\n\n");
  const end = [acceptance.consentSentence, acceptance.buttonLabel].join("\n\n");
  const [template = ""] = pageWords.split("\n\n", 1);
  return (
    pageWords.startsWith(`${template}\n\n${start}\n\n`) &&
    pageWords.endsWith(`\n\n${end}`) &&
    (acceptance.pageTemplate === null || acceptance.pageTemplate === template)
  );
}

function eventsAreInOrder({ acceptance: { events, acceptedAt } }: Evidence): boolean {
  const times = events.map((event) => event.serverTime);
  return (
    events[0]!.name === "presented" &&
    events.at(-1)!.name === "accepted" &&
    times.at(-1) === acceptedAt &&
    times.every((time) => time <= acceptedAt)
  );
}

const auditHashesHold = ({ audit }: Evidence) =>
  audit.every(({ previousHash, hash, ...event }) => hashEvent(previousHash, event) === hash);

function auditFollows({ audit }: Evidence): boolean {
  return audit.slice(1).every((event, at) => {
    const [before, next] = [BigInt(audit[at]!.seq), BigInt(event.seq)];
    return before < next && (before + 1n < next || audit[at]!.hash === event.previousHash);
  });
}

function trailHasTheSeal({ acceptance, seal, audit }: Evidence): boolean {
  const event = audit.find((one) => one.action === "access.nda.accepted" && one.subjectId === acceptance.id);
  const details = event?.details as { seal?: unknown; ndaSha256?: unknown } | undefined;
  return event?.actorId === acceptance.personId && details?.seal === seal && details.ndaSha256 === acceptance.ndaSha256;
}

function trailHasTheProof({ acceptance, audit }: Evidence): boolean {
  if (acceptance.sealFormat === firstSealFormat) return true;
  const event = audit.find((one) => one.id === acceptance.proofEventId);
  const details = event?.details as { sessionSha256?: unknown; provedBy?: unknown } | undefined;
  return (
    event?.action === "accounts.prospect.signed-in" &&
    event.subjectId === acceptance.personId &&
    event.at === acceptance.provedAt &&
    details?.provedBy === acceptance.provedBy &&
    details.sessionSha256 === acceptance.sessionHash
  );
}

const sameVersion = ({ acceptance, nda }: Evidence) => acceptance.ndaVersionId === nda.id;

const checks: { holds: (evidence: Evidence) => boolean; problem: string }[] = [
  { holds: (evidence) => digestOf(evidence) === evidence.digest, problem: "The digest of the file does not hold." },
  { holds: sealHolds, problem: "The seal of the acceptance does not hold." },
  { holds: sameVersion, problem: "The agreement is another version than the accepted one." },
  {
    holds: (evidence) => sha256Of(ndaBytes(evidence)) === evidence.acceptance.ndaSha256,
    problem: "The bytes of the agreement are not those that were accepted.",
  },
  {
    holds: ({ pageWords, acceptance }) => sha256Of(pageWords) === acceptance.pageSha256,
    problem: "The words of the page are not those that were shown.",
  },
  { holds: wordsAreOfTheNda, problem: "The words of the page do not hold the agreement." },
  { holds: eventsAreInOrder, problem: "What led to the acceptance is not in order." },
  { holds: auditHashesHold, problem: "An audit event does not have its hash." },
  { holds: auditFollows, problem: "The audit events do not follow one another." },
  { holds: trailHasTheSeal, problem: "The audit trail does not have this seal." },
  { holds: trailHasTheProof, problem: "The audit trail does not have the sign-in that this rests on." },
];
