import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { getSearchEntries } from "#app/domain/trust-page/search.server.ts";
import { groupFound, longestQuery, searchIn } from "#app/domain/trust-page/search.ts";
import { SearchPage } from "#app/domain/trust-page/ui/search-page.tsx";
import { useBrand } from "#app/http/brand.ts";
import { wordsOfPage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import "#app/domain/trust-page/ui/trust-page.css";

export const loader = forAnyone(async ({ db, url, words }) => {
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, longestQuery);
  if (q === "") return { q, groups: [] };
  const entries = await getSearchEntries(db, { answers: await listPublicAnswers(db), words });
  return { q, groups: groupFound(searchIn(entries, q)) };
});

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
  const { title } = wordsOfPage(page).search;
  return [{ title: data?.q ? `${data.q}: ${title}` : title }, { name: "robots", content: "noindex" }];
};

export default function Search() {
  const { q, groups } = useLoaderData<typeof loader>();
  return <SearchPage q={q} groups={groups} brand={useBrand()} />;
}
