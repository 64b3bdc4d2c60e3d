import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { changeCompanyProfile, getCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { companyProfileForm, logoChangeFrom } from "#app/domain/trust-page/company-profile.ts";
import { getSecondPersonRule } from "#app/domain/trust-page/second-person.server.ts";
import { CompanyFacts, CompanyForm } from "#app/domain/trust-page/ui/company-form.tsx";
import { SecondPersonSection } from "#app/domain/trust-page/ui/second-person-section.tsx";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Company" }];

export const loader = forStaff("any", async ({ db, staff }) => {
  const { hasLogo, updatedAt: _updatedAt, isSetUp, name, ...profile } = await getCompanyProfile(db);
  return {
    typed: typedFrom({ ...profile, name: isSetUp ? name : "" }),
    mayEdit: staff.role === "admin",
    rule: await getSecondPersonRule(db),
    logoUrl: hasLogo ? "/staff/company/logo" : null,
  };
});

export const action = forStaff(["admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, companyProfileForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { logo: file, removeLogo, ...details } = form.value;
  const logo = await logoChangeFrom(file, removeLogo);
  const changed = await attempt(() => changeCompanyProfile(db, staff, { details, logo }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedFrom(details) }, { status: 409 });
  throw await redirectSaying("/staff/company", "Saved the profile. Visitors see it once it is published");
});

export default function Company() {
  const { typed, mayEdit, rule, logoUrl } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>(), typed);
  return (
    <>
      <StaffHeader title="Company" meta={mayEdit ? "What every visitor sees" : "Admins change this"}>
        {mayEdit && (
          <ButtonLink size="small" to="/staff/company/brand">
            Brand
          </ButtonLink>
        )}
        <ButtonLink size="small" href="/">
          View as visitor
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        {mayEdit ? <CompanyForm state={state} logoUrl={logoUrl} /> : <CompanyFacts profile={typed} />}
        <SecondPersonSection rule={rule} mayEdit={mayEdit} />
      </StaffBody>
    </>
  );
}
