import { useLoaderData } from "@remix-run/react";
import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { SubscribeForm } from "#app/domain/subscriptions/ui/subscribe-form.tsx";
import { getDraftPage } from "#app/domain/trust-page/trust-page.server.ts";
import { controlFilterFrom, type TrustPage } from "#app/domain/trust-page/trust-page.ts";
import { PreviewBar } from "#app/domain/trust-page/ui/preview-bar.tsx";
import { PublicTrustPage } from "#app/domain/trust-page/ui/public-page.tsx";
import { useBrand } from "#app/http/brand.ts";
import { useNonce } from "#app/http/nonce.ts";
import { forStaff } from "#app/http/policy.server.ts";
import "#app/domain/trust-page/ui/trust-page.css";

export const meta = ({ data }: { data?: { page: TrustPage } }) => [
  { title: `Preview: ${data?.page.status.title ?? "trust page"}` },
  { name: "robots", content: "noindex" },
];

export const handle = { scripts: false };

export const loader = forStaff("any", async ({ db, url }) => {
  const { page, hasLogo } = await getDraftPage(db, { now: new Date(), filter: controlFilterFrom(url.searchParams) });
  const as = url.searchParams.get("as") === "prospect" ? "prospect" : "visitor";
  return { page, as, hasLogo, answers: await listPublicAnswers(db) } as const;
});

const aProspect = { email: "buyer@example.com", company: "Example Ltd", signOutPath: "/sign-out" };

export default function Preview() {
  const { page, as, hasLogo, answers } = useLoaderData<typeof loader>();
  const brand = { ...useBrand(), name: page.company.name, logoUrl: hasLogo ? "/staff/company/logo" : null };
  return (
    <PublicTrustPage
      page={page}
      answers={answers}
      brand={brand}
      nonce={useNonce()}
      notice={<PreviewBar as={as} />}
      subscribe={<SubscribeForm />}
      account={as === "prospect" ? aProspect : null}
    />
  );
}
