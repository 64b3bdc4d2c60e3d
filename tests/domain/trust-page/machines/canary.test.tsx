import { expect, test } from "vitest";
import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { getBrandLook } from "#app/domain/trust-page/brand.server.ts";
import { getSigningKey } from "#app/domain/trust-page/machines/signing-key.server.ts";
import { organization } from "#app/domain/trust-page/machines/organization.ts";
import { dayOf } from "#app/domain/trust-page/days.ts";
import type { PublicFacts } from "#app/domain/trust-page/facts.ts";
import { searchEntries } from "#app/domain/trust-page/search-entries.ts";
import { searchIn } from "#app/domain/trust-page/search.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { PublicTrustPage } from "#app/domain/trust-page/ui/public-page.tsx";
import { db } from "#db/client.server.ts";
import { markupAt } from "#scripts/gallery/static-page.tsx";
import { publishDraft } from "#tests/support/publishing.ts";
import { elsewhere, openRows, privateRows, unmarkable } from "./canary-rows.ts";
import { anyMark, insertMarked, listColumns, type Row } from "./marked-rows.ts";
import { addresses, nameTheCompany, textAt } from "./scene.ts";

async function everythingPublic(): Promise<Record<string, string>> {
  const page = await getTrustPage(db, { now: new Date(), filter: { q: "", category: null } });
  const brand = await getBrandLook(db);
  const answers = await listPublicAnswers(db);
  const files: Record<string, string> = {
    page: await markupAt("/", <PublicTrustPage page={page} answers={answers} brand={brand} />),
    "page as data": JSON.stringify({ page, answers }),
    organization: JSON.stringify(organization(page.company)),
    "search results": JSON.stringify(searchIn(searchEntries({ page, answers }), "open")),
    publication: await storedPublication(),
    brand: JSON.stringify(brand),
  };
  for (const address of addresses) files[address] = await textAt(address);
  return files;
}

/** The row as it is stored, less the frameworks whose day is still to come: those are public from then on. */
async function storedPublication(): Promise<string> {
  const row = await db
    .selectFrom("trustPagePublication")
    .select(["content", "note", "logo"])
    .where("state", "=", "published")
    .orderBy("number", "desc")
    .executeTakeFirstOrThrow();
  const { certifications, ...content } = row.content as PublicFacts;
  const today = dayOf(new Date());
  const open = certifications.filter(({ statedOn }) => statedOn === null || statedOn <= today);
  return JSON.stringify({ ...row, content: { ...content, certifications: open } });
}

test("nothing of a private column, of any table, is in what anyone may read", async () => {
  const columns = await listColumns();
  const marked = new Set<string>();
  const named = [...privateRows, ...openRows];
  const others = new Set(columns.map(({ table }) => table).filter((table) => !elsewhere.test(`${table}.`)));
  for (const [table] of named) others.delete(table);
  for (const [table, given] of [...named, ...[...others].map((table): [string, Row] => [table, {}])]) {
    for (const column of await insertMarked(columns, table, given)) marked.add(column);
  }

  await publishDraft();
  const files = await everythingPublic();
  for (const [name, text] of Object.entries(files)) {
    const found = anyMark.exec(text);
    expect(found && `${name}: ${text.slice(Math.max(0, found.index - 60), found.index + 60)}`).toBeNull();
  }

  const openText = new Set(
    openRows.flatMap(([table, given]) => Object.keys(given).map((column) => `${table}.${column}`)),
  );
  const unmarked = columns
    .filter(({ type }) => ["text", "jsonb", "ARRAY", "bytea"].includes(type))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => ![marked, openText].some((known) => known.has(name)) && !elsewhere.test(name))
    .filter((name) => !unmarkable.includes(name));
  expect(unmarked, "columns that nobody has marked or called public").toEqual([]);

  const open = JSON.stringify(openRows).match(/open-[a-z-]+/g)!;
  const all = Object.values(files).join("\n");
  expect(open.filter((word) => !files["/trust.json"]!.includes(word) && !/-about$/.test(word))).toEqual([]);
  expect(open.filter((word) => !all.includes(word))).toEqual([]);
  expect(files["search results"]!.match(/open-[a-z-]+/g)!.length).toBeGreaterThan(10);
});

test("the private half of the signing key is in nothing that anyone may read", async () => {
  await nameTheCompany();
  const { privateKey } = await getSigningKey(db);
  const { d } = privateKey.export({ format: "jwk" }) as { d: string };
  const row = await db.selectFrom("signingKey").selectAll().executeTakeFirstOrThrow();
  const secrets = [
    d,
    ...(["hex", "base64"] as const).map((as) => Buffer.from(d, "base64url").toString(as)),
    ...(["hex", "base64", "base64url"] as const).map((as) => Buffer.from(row.sealedPrivateKey).toString(as)),
    row.sealedUnder,
  ];
  const all = Object.values(await everythingPublic()).join("\n");
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
  expect(all).toContain(row.publicKey);
});
