import { Outlet, useLoaderData } from "@remix-run/react";
import { Flash } from "#app/components/flash.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { getCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { takeFlash } from "#app/http/flash.server.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const loader = forProspect(async ({ db, prospect, request, context }) => {
  const profile = await getCompanyProfile(db);
  return {
    account: { email: prospect.email, company: prospect.companyName, signOutPath: "/sign-out", path: "/portal" },
    flash: await takeFlash(request, context),
    securityEmail: profile.securityEmail,
  };
});

export const meta = () => [{ title: "Your documents" }, { name: "robots", content: "noindex" }];

const nav = [
  { to: "/portal", label: "Requests and documents", exact: true },
  { to: "/portal/questionnaires", label: "Questionnaires" },
  { to: "/", label: "Trust page" },
];

export default function PortalPages() {
  const { account, flash, securityEmail } = useLoaderData<typeof loader>();
  const note = securityEmail ? (
    <>
      Stuck? Reply to any mail from us, or write to <a href={`mailto:${securityEmail}`}>{securityEmail}</a>.
    </>
  ) : (
    "Stuck? Reply to any mail from us."
  );
  return (
    <PublicLayout brand={useBrand()} nav={nav} navLabel="Portal" account={account} footer={{ note }}>
      <Outlet />
      {flash && <Flash key={flash} message={flash} />}
    </PublicLayout>
  );
}
