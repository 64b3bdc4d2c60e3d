import { Button } from "#app/components/button.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { CheckboxField, FileField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

export function CompanyForm({ state, logoUrl }: { state: FormState; logoUrl: string | null }) {
  return (
    <Form className="max-w-2xl" encType="multipart/form-data">
      <FormErrors errors={state.errors} />
      <FormRow>
        <TextField label="Name" hint="As customers know it" {...field(state, "name")} />
        <TextField label="Legal name" optional {...field(state, "legalName")} />
      </FormRow>
      <TextArea label="Description" optional rows={3} hint="One or two sentences" {...field(state, "description")} />
      <TextArea label="Products" optional rows={3} hint="One a line" {...field(state, "products")} />
      <TextField label="Website" type="url" optional {...field(state, "website")} />
      <FormRow>
        <TextField
          label="Security address"
          type="email"
          optional
          hint="For reports of vulnerabilities"
          {...field(state, "securityEmail")}
        />
        <TextField
          label="Contact address"
          type="email"
          optional
          hint="For questions and objections"
          {...field(state, "contactEmail")}
        />
      </FormRow>
      <TextArea label="Postal address" optional rows={2} {...field(state, "address")} />
      {logoUrl && (
        <div className="field">
          <span className="label">Logo now</span>
          <img className="brand-mark" src={logoUrl} alt="The logo" height={26} />
        </div>
      )}
      <FileField
        label={logoUrl ? "Another logo" : "Logo"}
        name="logo"
        optional
        accept="image/png,image/jpeg,image/webp"
        hint="PNG, JPEG or WebP, up to 256 KB"
        errors={state.errors.logo}
      />
      {logoUrl && (
        <CheckboxField label="Remove the logo" name="removeLogo" value="yes" errors={state.errors.removeLogo} />
      )}
      <div>
        <Button variant="primary">Save the profile</Button>
      </div>
    </Form>
  );
}

const labels: Record<string, string> = {
  name: "Name",
  legalName: "Legal name",
  description: "Description",
  products: "Products",
  website: "Website",
  securityEmail: "Security address",
  contactEmail: "Contact address",
  address: "Postal address",
};

/** For staff who may read and not change it. */
export function CompanyFacts({ profile }: { profile: Record<string, string> }) {
  return (
    <Facts>
      {Object.entries(labels).map(([name, label]) => (
        <Fact key={name} term={label}>
          {profile[name]?.split("\n").join(", ") || "–"}
        </Fact>
      ))}
    </Facts>
  );
}
