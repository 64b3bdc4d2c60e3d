import type { MetaDescriptor } from "@remix-run/react";
import { inLanguage, languages } from "#app/messages/languages.ts";
import type { Words } from "#app/messages/words.ts";
import { speechAt, type SpokenLanguage } from "./language.ts";

type RootData = { spoken: SpokenLanguage; origin: string };
type MetaArgs<Data> = {
  data?: Data;
  location: { pathname: string };
  matches: readonly { id: string; data?: unknown }[];
};

const rootData = (matches: MetaArgs<unknown>["matches"]) =>
  matches.find(({ id }) => id === "root")?.data as RootData | undefined;

/** The page's words, where a component has not begun. */
export const wordsOfPage = ({ matches, location }: MetaArgs<unknown>): Words =>
  speechAt(location.pathname, rootData(matches)?.spoken).words;

/** The title of a page for one person or one purpose, which no search engine shows. */
export const privatePage =
  <Data = unknown>(title: (words: Words, data: Data | undefined) => string) =>
  (page: MetaArgs<Data>): MetaDescriptor[] => [
    { title: title(wordsOfPage(page), page.data) },
    { name: "robots", content: "noindex" },
  ];

/** Where the same public page stands in each language, for search engines. */
export function languageAlternates({ matches, location }: MetaArgs<unknown>): MetaDescriptor[] {
  const address = `${rootData(matches)?.origin ?? ""}${location.pathname}`;
  const link = (hrefLang: string, href: string) => ({ tagName: "link" as const, rel: "alternate", hrefLang, href });
  return [...languages.map((language) => link(language, inLanguage(address, language))), link("x-default", address)];
}

/** How other sites name a page that anyone may open. */
export const openGraph = (title: string, description?: string): MetaDescriptor[] => [
  { property: "og:title", content: title },
  ...(description ? [{ property: "og:description", content: description }] : []),
];
