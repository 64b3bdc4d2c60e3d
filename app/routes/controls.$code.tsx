import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { getControlPage } from "#app/domain/trust-page/control-page.server.ts";
import type { ControlPage } from "#app/domain/trust-page/control-page.ts";
import { criterionTitle } from "#app/domain/trust-page/criteria.ts";
import { PublicControlPage } from "#app/domain/trust-page/ui/control-page.tsx";
import { useBrand } from "#app/http/brand.ts";
import { languageAlternates, openGraph, wordsOfPage } from "#app/http/page-meta.ts";
import { useNonce } from "#app/http/nonce.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import type { Words } from "#app/messages/words.ts";
import "#app/domain/trust-page/ui/trust-page.css";

export const loader = forAnyone(({ db, params }) => getControlPage(db, params.code ?? ""));

export const handle = { scripts: false };

export const headers = () => ({ "Cache-Control": "public, no-cache" });

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
  const words = wordsOfPage(page);
  const title = data ? titleOf(data, words) : words.trustPage.controlPage.none;
  return [{ title }, ...languageAlternates(page), ...openGraph(title)];
};

function titleOf(page: ControlPage, words: Words): string {
  const what =
    page.is === "criterion"
      ? `${page.criterion.id} ${criterionTitle(page.criterion.id, words)}`
      : `${page.control.code} ${page.control.title}`;
  return page.company ? `${what}: ${page.company}` : what;
}

export default function ControlOrCriterion() {
  return <PublicControlPage page={useLoaderData<typeof loader>()} brand={useBrand()} nonce={useNonce()} />;
}
