import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { SubscribeForm } from "#app/domain/subscriptions/ui/subscribe-form.tsx";
import { alternates } from "#app/domain/trust-page/machines/alternates.ts";
import { organization } from "#app/domain/trust-page/machines/organization.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { controlFilterFrom } from "#app/domain/trust-page/trust-page.ts";
import { PublicTrustPage } from "#app/domain/trust-page/ui/public-page.tsx";
import { useBrand } from "#app/http/brand.ts";
import { useNonce } from "#app/http/nonce.ts";
import { languageAlternates, openGraph, wordsOfPage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import "#app/domain/trust-page/ui/trust-page.css";

export const loader = forAnyone(async ({ db, url, words }) => {
  const page = await getTrustPage(db, { now: new Date(), filter: controlFilterFrom(url.searchParams), words });
  return { page, answers: await listPublicAnswers(db) };
});

export const handle = { scripts: false };

export const headers = () => ({ "Cache-Control": "public, no-cache" });

export const links = () => alternates;

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => [
  { title: data?.page.status.title ?? wordsOfPage(page).trustPage.pageTitle },
  { name: "description", content: data?.page.status.sentence ?? "" },
  ...languageAlternates(page),
  ...(data ? openGraph(data.page.status.title, data.page.status.sentence) : []),
  ...(data ? [{ "script:ld+json": organization(data.page.company) }] : []),
];

export default function Index() {
  const { page, answers } = useLoaderData<typeof loader>();
  return (
    <PublicTrustPage
      page={page}
      answers={answers}
      brand={useBrand()}
      nonce={useNonce()}
      subscribe={<SubscribeForm />}
    />
  );
}
