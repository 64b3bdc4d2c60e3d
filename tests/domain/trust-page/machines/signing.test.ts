import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import {
  jwkOf,
  keySet,
  signDetached,
  thumbprint,
  verifyDetached,
} from "#app/domain/trust-page/machines/detached-signature.server.ts";
import { getSigningKey, listPublicKeys } from "#app/domain/trust-page/machines/signing-key.server.ts";
import { db } from "#db/client.server.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { temporaryFolder } from "#tests/scripts/run-script.ts";
import { aWholeCompany, get, textAt } from "./scene.ts";

const folder = temporaryFolder("candor-signing-");
const openssl = spawnSync("openssl", ["version"], { encoding: "utf8" });
const hasOpenssl = /^OpenSSL [3-9]/.test(openssl.stdout ?? "");
const unlessAbsent = hasOpenssl ? "" : " (skipped: there is no openssl 3 here)";

const publishedKeys = async () => keySet.parse(JSON.parse(await textAt("/.well-known/trust-keys.json"))).keys;

describe("trust.json and the badge", () => {
  test.each(["/trust.json", "/badge.svg"] as const)("%s is signed, as it left", async (address) => {
    await aWholeCompany();
    const answer = await get(address);
    const signature = answer.headers.get("trust-signature")!;
    const content = Buffer.from(await answer.arrayBuffer());
    const keys = await publishedKeys();
    expect(verifyDetached(content, signature, keys)).toEqual({ holds: true, kid: keys[0]!.kid });
    const changed = Buffer.from(content.toString("utf8").replace("2026", "2027"));
    expect(verifyDetached(changed, signature, keys)).toMatchObject({ holds: false });
  });

  test("come without a signature when nothing is sent", async () => {
    const tag = (await get("/trust.json")).headers.get("etag")!;
    const again = await get("/trust.json", { "if-none-match": tag });
    expect([again.status, again.headers.get("trust-signature")]).toEqual([304, null]);
  });
});

describe.runIf(hasOpenssl)(`the commands in docs/trust-json.md${unlessAbsent}`, () => {
  const blocks = [...readFileSync("docs/trust-json.md", "utf8").matchAll(/```sh\n([\s\S]*?)```/g)].map(
    ([, code]) => code!,
  );
  const commands = blocks.find((code) => code.includes("openssl pkeyutl"))!;
  const withoutFetching = commands.replaceAll(/^curl .*$/gm, "");
  const run = () => spawnSync("sh", ["-c", withoutFetching], { cwd: folder.path, encoding: "utf8" });
  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder.path, name), content);

  test("verify what is sent, and nothing else", async () => {
    await aWholeCompany();
    const answer = await get("/trust.json");
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
    write("headers", `HTTP/1.1 200 OK\r\n${headers}\r\n`);
    write("trust.json", body);
    write("trust-keys.json", await textAt("/.well-known/trust-keys.json"));
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining("Signature Verified Successfully") });

    write("trust.json", body.toString("utf8").replace('"unqualified"', '"qualified"'));
    expect(run().status).not.toBe(0);
  });

  test("say the same of a key as openssl does", async () => {
    const [key] = await publishedKeys();
    const { privateKey, kid } = await getSigningKey(db);
    write("private.pem", privateKey.export({ format: "pem", type: "pkcs8" }));
    const der = execFileSync("openssl", [
      "pkey",
      "-in",
      join(folder.path, "private.pem"),
      "-pubout",
      "-outform",
      "DER",
    ]);
    expect(der.subarray(-32).toString("base64url")).toBe(key!.x);
    expect(key).toEqual({ kty: "OKP", crv: "Ed25519", x: key!.x, kid, use: "sig", alg: "EdDSA" });
  });
});

describe("a signature", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x } = publicKey.export({ format: "jwk" }) as { x: string };
  const own = jwkOf(x);
  const content = Buffer.from("{}\n");
  const signature = signDetached("{}\n", { kid: own.kid, privateKey });
  const [header, , bytes] = signature.split(".");
  const withHeader = (change: object) => {
    const read = JSON.parse(Buffer.from(header!, "base64url").toString()) as object;
    return `${Buffer.from(JSON.stringify({ ...read, ...change })).toString("base64url")}..${bytes}`;
  };

  test("holds for its content and its key", () => {
    expect(verifyDetached(content, signature, [own])).toEqual({ holds: true, kid: own.kid });
  });

  test("names a key by its thumbprint, as RFC 8037 works one out", () => {
    const published = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    expect(thumbprint(published)).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });

  test.each<[string, () => string]>([
    ["another algorithm", () => withHeader({ alg: "none" })],
    ["a key of its own", () => withHeader({ jwk: own })],
    ["the content encoded", () => withHeader({ b64: true })],
    ["a content inside", () => `${header}.e30.${bytes}`],
    ["no signature", () => `${header}..`],
    ["something after it", () => `${signature}.x`],
    ["no form at all", () => "x"],
  ])("with %s is refused by its form", (_what, made) => {
    expect(verifyDetached(content, made(), [own])).toMatchObject({
      holds: false,
      reason: expect.stringMatching(/form/),
    });
  });

  test("is refused for a key that is not published, or goes by the name of another", () => {
    const stranger = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }) as { x: string };
    for (const keys of [[], [jwkOf(stranger.x)], [{ ...jwkOf(stranger.x), kid: own.kid }]]) {
      expect(verifyDetached(content, signature, keys)).toMatchObject({ holds: false });
    }
  });
});

test("a signature by someone who calls their key by the name of another does not hold", () => {
  const stranger = generateKeyPairSync("ed25519");
  const { x } = stranger.publicKey.export({ format: "jwk" }) as { x: string };
  const kid = thumbprint("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  const signature = signDetached("{}", { kid, privateKey: stranger.privateKey });
  const verdict = verifyDetached(Buffer.from("{}"), signature, [{ ...jwkOf(x), kid }]);
  expect(verdict).toMatchObject({ holds: false, reason: expect.stringMatching(/not among/) });
});

describe("the signing key", () => {
  test("is made when it is first needed, and is the same from then on", async () => {
    const first = await getSigningKey(db);
    expect(await getSigningKey(db)).toMatchObject({ kid: first.kid });
    expect(await listPublicKeys(db)).toHaveLength(1);
  });

  test.runIf(inject("postgres"))("is one key, also for two that need it first at the same moment", async () => {
    const first = await db.startTransaction().execute();
    const { kid } = await getSigningKey(first);
    const late = getSigningKey(db);
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    expect(await late).toMatchObject({ kid });
  });

  test("is not in the database as it is, and no copy of it with a changed byte is used", async () => {
    const { privateKey } = await getSigningKey(db);
    const secret = Buffer.from((privateKey.export({ format: "jwk" }) as { d: string }).d, "base64url");
    const row = await db.selectFrom("signingKey").selectAll().executeTakeFirstOrThrow();
    const sealed = Buffer.from(row.sealedPrivateKey);
    expect(sealed.includes(secret)).toBe(false);
    sealed[sealed.length - 1]! ^= 1;
    await db.updateTable("signingKey").set({ sealedPrivateKey: sealed }).execute();
    await expect(getSigningKey(db)).rejects.toThrow();
  });

  test("that another secret sealed is of no use: another is made, and both stay known", async () => {
    const { kid: earlier } = await getSigningKey(db);
    await db.updateTable("signingKey").set({ sealedUnder: "another secret" }).execute();
    const { kid } = await getSigningKey(db);
    expect(kid).not.toBe(earlier);
    expect((await listPublicKeys(db)).map((key) => key.kid)).toEqual([kid, earlier]);
  });
});
