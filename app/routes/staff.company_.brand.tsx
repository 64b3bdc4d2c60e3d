import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { changeBrand, getBrandDetails } from "#app/domain/trust-page/brand.server.ts";
import { brandForm, offerFor, typedBrand } from "#app/domain/trust-page/brand.ts";
import { logoChangeFrom } from "#app/domain/trust-page/company-profile.ts";
import { BrandForm } from "#app/domain/trust-page/ui/brand-form.tsx";
import { formState } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Brand" }];

export const loader = forStaff(["admin"], async ({ db }) => {
  const { hasIcon, ...brand } = await getBrandDetails(db);
  return { typed: typedBrand(brand), hasIcon };
});

export const action = forStaff(["admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, brandForm);
  if (!form.ok) return refusal(form.errors, form.typed);
  const { icon: file, removeIcon, ...details } = form.value;
  const icon = await logoChangeFrom(file, removeIcon);
  const changed = await attempt(() => changeBrand(db, staff, { details, icon }));
  if (!changed.ok) return refusal(changed.errors, typedBrand(details));
  throw await redirectSaying("/staff/company/brand", "Saved the brand. Visitors see it now");
});

function refusal(errors: FieldErrors, { useMain, useSecond, ...rest }: Record<string, string>) {
  const typed = { ...rest, ...(useMain && { mainColour: useMain }), ...(useSecond && { secondColour: useSecond }) };
  const offers = { main: offerFor("main", typed.mainColour), second: offerFor("second", typed.secondColour) };
  return json({ errors, typed, offers }, { status: 422 });
}

export default function Brand() {
  const { typed, hasIcon } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const offers = sent?.offers ?? { main: null, second: null };
  return (
    <>
      <StaffHeader
        title="Brand"
        back={{ to: "/staff/company", label: "Company" }}
        meta="How pages look. Visitors see a change at once"
      >
        <ButtonLink size="small" href="/">
          View as visitor
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        <BrandForm state={formState(sent, typed)} offers={offers} hasIcon={hasIcon} />
      </StaffBody>
    </>
  );
}
