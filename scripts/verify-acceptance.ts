import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatDateTime } from "#app/components/dates.ts";
import { checkEvidence, type EvidenceVerdict } from "#app/domain/access/evidence-check.ts";
import { readFormFile, runCommand } from "#scripts/form-file.ts";
import { UsageError } from "#scripts/kb-file.ts";

const usage = "Usage: npm run -s verify-acceptance -- evidence.json";
const packed = ["agreement.md", "agreement.pdf", "certificate.pdf"];

await runCommand(async () => {
  const [path, ...more] = process.argv.slice(2);
  if (!path || more.length > 0 || path.startsWith("-")) throw new UsageError(usage);
  const verdict = checkEvidence(await readFormFile(path), await filesBeside(path));
  process.stdout.write(`${spoken(verdict).join("\n")}\n`);
  if (!verdict.holds) process.exitCode = 1;
});

async function filesBeside(path: string): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const name of packed) {
    const bytes = await readFile(join(dirname(path), name)).catch(() => null);
    if (bytes) found.set(name, bytes);
  }
  return found;
}

function spoken({ holds, problems, notChecked, evidence }: EvidenceVerdict): string[] {
  if (!holds || !evidence) return ["Not verified.", ...problems];
  const { acceptance, nda, seal } = evidence;
  return [
    `Verified. ${plain(acceptance.fullName)}, ${plain(acceptance.title)}, accepted “${plain(nda.title)}”, version ${nda.number}, for ${plain(acceptance.company)} on ${formatDateTime(acceptance.acceptedAt)}.`,
    `Address: ${plain(acceptance.email)}. Seal: ${seal}. Compare it with the mail that the signer got, or with the audit trail.`,
    ...(notChecked.length > 0 ? [`Not beside it, so not compared: ${notChecked.join(", ")}.`] : []),
  ];
}

/** What others wrote goes to a terminal, so it brings no controls of its own. */
function plain(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}
