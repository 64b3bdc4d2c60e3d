import { createRequire } from "node:module";
import { join } from "node:path";
import type { KnowledgeEntry } from "#app/domain/matching/match-index.ts";

/** Another way to search the same entries; gives at most ten ids, best first. */
export type Peer = { name: string; search(text: string): Promise<string[]> };

type Database = {
  exec(sql: string): Promise<unknown>;
  query<Row>(sql: string, values: string[]): Promise<{ rows: Row[] }>;
};
type PGliteModule = { PGlite: { create(options: object): Promise<Database> } };

/** All of them; their packages are installed in a folder of their own, so that they are no dependency of ours. */
export async function peersFrom(folder: string, entries: KnowledgeEntry[]): Promise<Peer[]> {
  const { resolve } = createRequire(join(folder, "package.json"));
  return [...(await postgresPeers(entries, resolve)), ...(await libraryPeers(entries, resolve))];
}

/** PostgreSQL's own searches: full text (any word, question before answer), and trigram similarity to the question. */
async function postgresPeers(entries: KnowledgeEntry[], resolve: (name: string) => string): Promise<Peer[]> {
  const { PGlite } = (await import(resolve("@electric-sql/pglite"))) as PGliteModule;
  const { pg_trgm } = (await import(resolve("@electric-sql/pglite/contrib/pg_trgm"))) as { pg_trgm: unknown };
  const database = await PGlite.create({ extensions: { pg_trgm } });
  await database.exec(`
    create extension pg_trgm;
    create table entry (id text primary key, question text not null, words tsvector not null);
  `);
  for (const { id, question, answer } of entries) {
    await database.query(
      `insert into entry values ($1, $2, setweight(to_tsvector('english', $2), 'A') || setweight(to_tsvector('english', $3), 'C'))`,
      [id, question, answer],
    );
  }
  const search = (sql: string) => async (text: string) => {
    const { rows } = await database.query<{ id: string }>(sql, [text]);
    return rows.map(({ id }) => id);
  };
  return [
    {
      name: "PostgreSQL full text (or, weighted)",
      search: search(`
        with asked as (select replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery as words)
        select id from entry, asked where entry.words @@ asked.words
        order by ts_rank(entry.words, asked.words) desc, id limit 10`),
    },
    {
      name: "PostgreSQL pg_trgm",
      search: search(`select id from entry order by similarity(question, $1) desc, id limit 10`),
    },
  ];
}

type MiniSearchModule = {
  default: new (options: object) => {
    addAll(documents: object[]): void;
    search(text: string, options: object): { id: string }[];
  };
};
type OramaModule = {
  create(options: object): unknown;
  insertMultiple(database: unknown, documents: object[]): Promise<unknown>;
  search(database: unknown, options: object): Promise<{ hits: { document: { id: string } }[] }>;
};

async function libraryPeers(entries: KnowledgeEntry[], resolve: (name: string) => string): Promise<Peer[]> {
  const { default: MiniSearch } = (await import(resolve("minisearch"))) as MiniSearchModule;
  const orama = (await import(resolve("@orama/orama"))) as OramaModule;
  const documents = entries.map(({ id, question, answer }) => ({ id, question, answer }));

  const mini = new MiniSearch({ fields: ["question", "answer"] });
  mini.addAll(documents);
  const database = orama.create({ schema: { id: "string", question: "string", answer: "string" } });
  await orama.insertMultiple(database, documents);
  return [
    {
      name: "MiniSearch (question twice, prefix and fuzzy)",
      search: async (text) => {
        const found = mini.search(text, { boost: { question: 2 }, prefix: true, fuzzy: 0.2 });
        return found.slice(0, 10).map(({ id }) => id);
      },
    },
    {
      name: "Orama (question twice)",
      search: async (term) => {
        const { hits } = await orama.search(database, { term, boost: { question: 2 }, threshold: 1, limit: 10 });
        return hits.map(({ document }) => document.id);
      },
    },
  ];
}
