import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { CheckboxField, FileField, TextArea, TextField } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/form.tsx";
import type { FormState } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";

type Props = { state: FormState; offers: { main: string | null; second: string | null }; hasIcon: boolean };

export function BrandForm({ state, offers, hasIcon }: Props) {
  return (
    <Form className="max-w-2xl" encType="multipart/form-data">
      <FormErrors errors={state.errors} />
      <TextField
        label="Main colour"
        optional
        hint="Links, buttons and what is chosen, for example #005571. On dark pages a lighter form of it is used"
        inputClassName="max-w-36"
        {...field(state, "mainColour")}
      />
      <Offer name="useMain" colour={offers.main} />
      <TextField
        label="Second colour"
        optional
        hint="The line above the page, the square with the initial, and pictures of the page on other sites"
        inputClassName="max-w-36"
        {...field(state, "secondColour")}
      />
      <Offer name="useSecond" colour={offers.second} />
      <TextArea
        label="Links at the foot"
        optional
        rows={4}
        hint="One a line, at most 8: Privacy | https://example.com/privacy"
        {...field(state, "footerLinks")}
      />
      <FileField
        label={hasIcon ? "Another icon of the browser’s tab" : "Icon of the browser’s tab"}
        name="icon"
        optional
        accept="image/png,image/jpeg,image/webp"
        hint="PNG, JPEG or WebP, up to 256 KB. Without one it is made from the logo"
        errors={state.errors.icon}
      />
      {hasIcon && (
        <CheckboxField label="Remove the icon" name="removeIcon" value="yes" errors={state.errors.removeIcon} />
      )}
      <ButtonRow>
        <Button variant="primary">Save the brand</Button>
        <ButtonLink variant="quiet" to="/staff/company">
          Cancel
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

/** Sends the whole form with the colour that passes. */
function Offer({ name, colour }: { name: string; colour: string | null }) {
  if (!colour) return null;
  return (
    <div>
      <Button name={name} value={colour}>
        <Swatch colour={colour} /> Use {colour} and save
      </Button>
    </div>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <rect width="16" height="16" rx="2" fill={colour} />
    </svg>
  );
}
