import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { readLexicon } from "#app/domain/matching/concepts.ts";
import { dotProduct, type Embedder, wordVectorEmbedder } from "#app/domain/matching/text-embedder.ts";
import { decodeWordVectors, encodeWordVectors } from "#app/domain/matching/word-vectors.ts";
import { readWordVectors } from "#app/platform/word-vectors.server.ts";

describe("packed word vectors", () => {
  const bytes = encodeWordVectors(["one", "two", "three"], (word) => [word.length, -0.5, 0.25]);

  test("come back as they were packed, within the precision of a byte", () => {
    const { dimensions, places, scales, components } = decodeWordVectors(bytes);
    expect(dimensions).toBe(3);
    expect([...places.keys()]).toEqual(["one", "two", "three"]);
    const three = Array.from({ length: 3 }, (_, d) => components[2 * 3 + d]! * scales[2]!);
    expect(three[0]).toBeCloseTo(5, 5);
    expect(three[1]).toBeCloseTo(-0.5, 1);
    expect(three[2]).toBeCloseTo(0.25, 1);
  });

  test("may lie in the middle of a larger buffer", () => {
    const larger = Buffer.concat([Buffer.from("xxx"), bytes]);
    expect(decodeWordVectors(larger.subarray(3)).components).toEqual(decodeWordVectors(bytes).components);
  });

  test("are refused when they are cut short or something else", () => {
    expect(() => decodeWordVectors(bytes.subarray(0, -1))).toThrow("cut short");
    expect(() => decodeWordVectors(new TextEncoder().encode("something else entirely"))).toThrow("not word vectors");
    expect(() => decodeWordVectors(new Uint8Array())).toThrow("not word vectors");
  });
});

describe("the vectors that ship", () => {
  let embedder: Embedder;

  beforeAll(async () => {
    embedder = wordVectorEmbedder(decodeWordVectors(await readWordVectors()), readLexicon());
  });

  const likeness = (a: string, b: string) => {
    const [one, other] = embedder.embed([a, b]);
    return dotProduct(one!, other!);
  };

  test("are the file that their note describes, and at most 6 MB", async () => {
    const bytes = await readWordVectors();
    const note = await readFile("app/domain/matching/vectors/README.md", "utf8");
    expect(note).toContain(createHash("sha256").update(bytes).digest("hex"));
    expect(bytes.byteLength).toBeLessThan(6_000_000);
  });

  test.each([
    ["How are laptops protected?", "Workstations have security software.", "Our auditors visit in spring."],
    ["Do staff receive security training?", "Employees are taught about phishing.", "Backups are stored in Ireland."],
    ["Who may enter the building?", "Visitors are escorted by guards at the door.", "We rotate keys each year."],
  ])("bring %j nearer to what answers it", (question, answer, other) => {
    expect(likeness(question, answer)).toBeGreaterThan(likeness(question, other) + 0.1);
  });

  test("have length 1, or 0 for a text without a known word", () => {
    const [known, unknown] = embedder.embed(["Is data encrypted?", "xqzzy 暗号化"]);
    expect(dotProduct(known!, known!)).toBeCloseTo(1, 4);
    expect(dotProduct(unknown!, unknown!)).toBe(0);
  });
});
