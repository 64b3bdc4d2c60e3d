import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { http, passthrough } from "msw";
import { afterAll, beforeEach, expect, test } from "vitest";
import { getAcceptance } from "#app/domain/access/acceptance-record.server.ts";
import { checkEvidence } from "#app/domain/access/evidence-check.ts";
import { type Evidence, evidenceFileName, sealedEvidence } from "#app/domain/access/evidence.ts";
import { evidencePack, filesOfEvidence } from "#app/domain/access/evidence-pack.server.ts";
import { sealOf } from "#app/domain/access/seal.ts";
import { hashEvent } from "#app/domain/audit/chain.ts";
import { db } from "#db/client.server.ts";
import { ada, pat, quinn } from "#tests/support/given.ts";
import { server } from "#tests/support/msw.ts";
import { dice, randomPack, type RandomPack } from "./random-evidence.ts";
import { accepts, aDocument, anApprovedRequest, anNda } from "./scene.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-evidence-"));
const hasPython = spawnSync("python3", ["--version"]).status === 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The PDF renderer loads its layout engine from a data: address inside its own file.
beforeEach(() => server.use(http.get(/octet-stream/, () => passthrough())));

type Pack = { evidence: Buffer; files: Map<string, Buffer> };

/** What Python says about each pack, in the words of its verifier; an empty text where all holds. */
function saidByPython(packs: Pack[]): string[] {
  const paths = packs.map(({ evidence, files }, at) => {
    const place = join(folder, String(at));
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    for (const [name, bytes] of files) writeFileSync(join(place, name), bytes);
    writeFileSync(join(place, evidenceFileName), evidence);
    return join(place, evidenceFileName);
  });
  const said = spawnSync("python3", ["scripts/verify/verify_acceptance.py", ...paths], { encoding: "utf8" });
  expect(said.stderr).toBe("");
  const lines = said.stdout.trimEnd().split("\n");
  return paths.map((path, at) => lines[at]!.replace(`${path}: `, "").replace(/^holds$/, ""));
}

const saidByUs = ({ evidence, files }: Pack) => checkEvidence(evidence, files).problems.join(" ");
const made = ({ evidence, files }: RandomPack): Pack => ({ evidence: sealedEvidence(evidence), files });

async function acceptedPack() {
  const prospect = await pat();
  await anNda();
  await anApprovedRequest(prospect, [await aDocument()]);
  const { id } = await accepts(prospect);
  const acceptance = await getAcceptance(db, prospect, id);
  const files = await filesOfEvidence(db, await ada(), acceptance);
  const { [evidenceFileName]: evidence, ...beside } = Object.fromEntries(files);
  return { id, prospect, pack: { evidence: evidence!, files: new Map(Object.entries(beside)) } };
}

test("the evidence of an acceptance holds all that shows who accepted what, when and how", async () => {
  const { pack, prospect } = await acceptedPack();

  const { holds, problems, notChecked, evidence } = checkEvidence(pack.evidence, pack.files);

  expect({ holds, problems, notChecked }).toEqual({ holds: true, problems: [], notChecked: [] });
  expect(evidence!.acceptance).toMatchObject({
    email: prospect.email,
    language: "en",
    provedBy: "code",
    proofEventId: expect.any(String),
    provedAt: expect.any(String),
    httpRequestId: "a request",
    pageTemplate: "candor-nda-page-1",
    purpose: "Vendor review before we sign",
    obligationsUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    grants: [expect.any(String)],
  });
  expect(evidence!.delivery).toMatchObject({ mailId: evidence!.acceptance.mailId, state: "queued" });
  expect(evidence!.audit.map((event) => event.action)).toEqual([
    "access.nda.published",
    "access.request.verified",
    "access.request.approved",
    "access.grant.made",
    "accounts.prospect.signed-in",
    "access.nda.accepted",
    "access.grant.started",
  ]);
  expect([...pack.files.keys()]).toEqual(["agreement.md", "certificate.pdf", "how-to-verify.txt"]);
});

test("the signer fetches the same pack without what colleagues of ours did; nobody else fetches it", async () => {
  const { id, prospect } = await acceptedPack();
  const acceptance = await getAcceptance(db, prospect, id);
  const evidence = (await filesOfEvidence(db, prospect, acceptance)).get(evidenceFileName)!;
  expect(checkEvidence(evidence, new Map())).toMatchObject({ holds: true });
  expect(evidence.toString()).not.toContain("Ada Lindqvist");
  await expect(evidencePack(db, await quinn(), id)).rejects.toMatchObject({ code: "access.acceptance-not-found" });
});

test.runIf(hasPython)(
  "the pack opens with ordinary tools, and both verifiers accept it at the command line",
  async () => {
    const { id, prospect } = await acceptedPack();
    const { bytes, fileName } = await evidencePack(db, prospect, id);
    const place = mkdtempSync(join(folder, "zip-"));
    writeFileSync(join(place, fileName), bytes);
    execFileSync("python3", ["-m", "zipfile", "-e", join(place, fileName), place]);
    const path = join(place, evidenceFileName);
    const run = (command: string, ...rest: string[]) => spawnSync(command, [...rest, path], { encoding: "utf8" });
    const ours = () => run("node", "--import", "tsx", "scripts/verify-acceptance.ts");
    const theirs = () => run("python3", "scripts/verify/verify_acceptance.py");

    expect(ours()).toMatchObject({ stderr: "", stdout: expect.stringContaining("Verified. Pat Moreau"), status: 0 });
    expect(theirs()).toMatchObject({ status: 0, stdout: `${path}: holds\n` });

    writeFileSync(join(place, "agreement.md"), "Another text");
    const other = "agreement.md is not the file of this evidence.";
    expect(ours()).toMatchObject({ status: 1, stdout: expect.stringContaining(other) });
    expect(theirs()).toMatchObject({ status: 1, stdout: expect.stringContaining(other) });
  },
);

test.runIf(hasPython)("both verifiers accept 1,000 random packs and refuse each with a byte changed anywhere", () => {
  const roll = dice(20261124);
  const packs = Array.from({ length: 1000 }, () => made(randomPack(roll)));
  const changed = packs.map((pack) => withOneByteChanged(pack, roll));

  expect(packs.map(saidByUs).filter(Boolean)).toEqual([]);
  expect(saidByPython(packs).filter(Boolean)).toEqual([]);
  const [ours, theirs] = [changed.map(saidByUs), saidByPython(changed)];
  expect(ours.filter((said) => said === "")).toEqual([]);
  expect(theirs.filter((said) => said === "")).toEqual([]);
});

/** In the evidence itself, or in one of the files beside it. */
function withOneByteChanged({ evidence, files }: Pack, roll: { below: (most: number) => number }): Pack {
  const all = new Map<string, Buffer>([[evidenceFileName, evidence], ...files]);
  const names = [...all.keys()];
  const name = roll.below(2) === 0 ? evidenceFileName : names[roll.below(names.length)]!;
  const bytes = Buffer.from(all.get(name)!);
  const at = roll.below(bytes.length);
  bytes[at] = (bytes[at]! + 1 + roll.below(255)) % 256;
  all.set(name, bytes);
  return { evidence: all.get(evidenceFileName)!, files: new Map([...all].filter(([one]) => one !== evidenceFileName)) };
}

type Open = Omit<Evidence, "digest">;

/** A forger who knows the format and mends what follows from the change, link by link. */
const forgeries: [string, (pack: Open) => Open, string][] = [
  [
    "the name",
    (pack) => withAcceptance(pack, { fullName: "Someone Else" }),
    "The seal of the acceptance does not hold.",
  ],
  ["the time", (pack) => withAcceptance(pack, { acceptedAt: "2026-01-01T00:00:00.000Z" }), "What led to"],
  [
    "the name and the seal",
    (pack) => resealed(withAcceptance(pack, { fullName: "Someone Else" })),
    "does not have this seal.",
  ],
  [
    "the name, the seal and the trail",
    (pack) => withSealOnTrail(resealed(withAcceptance(pack, { email: "x@acme.example" }))),
    "does not have its hash.",
  ],
  [
    "the agreement",
    (pack) => ({ ...pack, nda: { ...pack.nda, bytes: Buffer.from("Anything").toString("base64") } }),
    "The bytes of the agreement",
  ],
  [
    "the words of the page",
    (pack) => ({ ...pack, pageWords: `${pack.pageWords} or not` }),
    "The words of the page are not",
  ],
  ["the sign-in", (pack) => ({ ...pack, audit: pack.audit.slice(1) }), "does not have the sign-in"],
  [
    "the version's name",
    (pack) => ({ ...pack, nda: { ...pack.nda, number: pack.nda.number + 1 } }),
    "do not hold the agreement.",
  ],
];

const withAcceptance = (pack: Open, change: Partial<Evidence["acceptance"]>): Open => ({
  ...pack,
  acceptance: { ...pack.acceptance, ...change },
});
const sealNow = ({ acceptance }: Open) =>
  sealOf({ ...acceptance, acceptedAt: new Date(acceptance.acceptedAt), provedAt: new Date(acceptance.provedAt!) });
const resealed = (pack: Open): Open => ({ ...pack, seal: sealNow(pack) });
const withSealOnTrail = (pack: Open): Open => ({
  ...pack,
  audit: pack.audit.map((event) =>
    event.action === "access.nda.accepted"
      ? { ...event, details: { ...(event.details as object), seal: pack.seal } }
      : event,
  ),
});

test.runIf(hasPython)(
  "both verifiers name the same link that a forger left broken, though the digest was mended",
  () => {
    const roll = dice(7);
    for (const [what, forge, problem] of forgeries) {
      const { evidence, files } = randomPack(roll);
      const forged = { evidence: sealedEvidence(forge(evidence)), files };
      const said = saidByUs(forged);
      expect(said, what).toContain(problem);
      expect(saidByPython([forged]), what).toEqual([said]);
    }
  },
);

test("whoever mends every link changes the seal, which the signer's mail and the trail still have", () => {
  const { evidence, files } = randomPack(dice(3));
  const forged = withSealOnTrail(resealed(withAcceptance(evidence, { fullName: "Someone Else" })));
  let previousHash = forged.audit[0]!.previousHash;
  const audit = forged.audit.map((event) => {
    const hash = hashEvent(previousHash, event);
    const linked = { ...event, previousHash, hash };
    previousHash = hash;
    return linked;
  });
  expect(saidByUs({ evidence: sealedEvidence({ ...forged, audit }), files })).toBe("");
  expect(forged.seal).not.toBe(evidence.seal);
});
