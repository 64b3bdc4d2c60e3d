import type { Words } from "#app/messages/en.ts";
import type { Db } from "#db/client.server.ts";
import { searchEntries } from "./search-entries.ts";
import type { SearchEntry } from "./search.ts";
import { getTrustPage } from "./trust-page.server.ts";
import type { PublicAnswer } from "./trust-page.ts";

type Asked = { answers: PublicAnswer[]; words: Words };

/** What a visitor may find, in their language. */
export async function getSearchEntries(db: Db, { answers, words }: Asked): Promise<SearchEntry[]> {
  const page = await getTrustPage(db, { now: new Date(), filter: { q: "", category: null }, words });
  return searchEntries({ page, answers, words });
}

/** All of it for the page's own script, with the words that it shows. */
export async function getSearchFile(db: Db, asked: Asked): Promise<{ body: string; mediaType: string }> {
  const { groups, nothingTitle, allResults } = asked.words.search;
  const entries = await getSearchEntries(db, asked);
  const said = { groups, nothing: nothingTitle("%s"), all: allResults };
  const body = JSON.stringify({
    said,
    entries: entries.map(({ group, title, text, url }) => [group, title, text, url]),
  });
  return { body, mediaType: "application/json" };
}
