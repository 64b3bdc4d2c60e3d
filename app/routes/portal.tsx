import { Outlet, useLoaderData } from "@remix-run/react";
import { Flash } from "#app/components/flash.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { getPublishedFacts } from "#app/domain/trust-page/publications.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { takeFlash } from "#app/http/flash.server.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forProspect } from "#app/http/policy.server.ts";
import { saidIn } from "#app/messages/complaints.ts";
import { useSpeech } from "#app/messages/speech.ts";

export const loader = forProspect(async ({ db, prospect, request, context }) => {
  const { company } = await getPublishedFacts(db);
  return {
    account: { email: prospect.email, company: prospect.companyName, signOutPath: "/sign-out", path: "/portal" },
    flash: await takeFlash(request, context),
    securityEmail: company.securityEmail,
  };
});

export const meta = privatePage((words) => words.portal.pageTitle);

export default function PortalPages() {
  const { account, flash, securityEmail } = useLoaderData<typeof loader>();
  const { language, words } = useSpeech();
  const said = words.portal;
  const nav = [
    { to: "/portal", label: said.nav.requests, exact: true },
    { to: "/portal/questionnaires", label: said.nav.questionnaires },
    { to: "/", label: said.nav.trustPage },
  ];
  const note = securityEmail ? said.stuckOrWrite(<a href={`mailto:${securityEmail}`}>{securityEmail}</a>) : said.stuck;
  return (
    <PublicLayout brand={useBrand()} nav={nav} navLabel={said.nav.label} account={account} footer={{ note }}>
      <Outlet />
      {flash && <Flash key={flash} message={saidIn(language, flash)} />}
    </PublicLayout>
  );
}
