import { Button, ButtonLink } from "#app/components/button.tsx";
import { CopyButton } from "#app/components/copy-button.tsx";
import { CheckboxGroup, DateField, SelectField, TextArea, TextField } from "#app/components/field.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Note } from "#app/components/note.tsx";
import { grantDayChoices, usualGrantDays, usualShareLinkDays } from "../limits.ts";

type Errors = Record<string, string[] | undefined>;

interface ShareLinkFieldsProps {
  accounts: { id: string; name: string; domains: string[] }[];
  documents: { id: string; title: string; audience: string }[];
  typed: Record<string, string | undefined>;
  /** Ticked at the start. */
  chosen: string[];
  errors: Errors;
}

export function ShareLinkFields({ accounts, documents, typed, chosen, errors }: ShareLinkFieldsProps) {
  return (
    <Form className="max-w-2xl">
      <FormErrors errors={errors} />
      <SelectField
        label="Account"
        name="companyAccountId"
        hint="Whoever follows the link has to prove an address on one of its domains."
        defaultValue={typed.companyAccountId ?? ""}
        errors={errors.companyAccountId}
        options={[
          { value: "", label: "Choose an account" },
          ...accounts.map(({ id, name, domains }) => ({
            value: id,
            label: domains.length > 0 ? `${name} (${domains.join(", ")})` : `${name} (no domain)`,
            disabled: domains.length === 0,
          })),
        ]}
      />
      <CheckboxGroup
        label="Documents"
        name="documents[]"
        id="documents"
        hint={
          documents.length > 0
            ? "They open without another decision. Those under NDA open once it is accepted."
            : "There is none yet that opens on request or under NDA."
        }
        errors={errors.documents}
        defaultValue={chosen}
        options={documents.map(({ id, title, audience }) => ({
          value: id,
          label: title,
          hint: audience === "nda" ? "NDA" : "On request",
        }))}
      />
      <FormRow>
        <SelectField
          label="Open for"
          name="grantDays"
          defaultValue={typed.grantDays ?? String(usualGrantDays)}
          errors={errors.grantDays}
          options={grantDayChoices.map((days) => ({ value: String(days), label: `${days} days` }))}
        />
        <TextField
          label="Works for (days)"
          name="expiresInDays"
          inputMode="numeric"
          defaultValue={typed.expiresInDays ?? String(usualShareLinkDays)}
          errors={errors.expiresInDays}
        />
        <TextField
          label="For how many people"
          name="maxUses"
          inputMode="numeric"
          defaultValue={typed.maxUses ?? "5"}
          errors={errors.maxUses}
        />
      </FormRow>
      <DateField
        label="Works from"
        name="startsOn"
        optional
        hint="0:00 UTC of that day. Empty: at once."
        defaultValue={typed.startsOn}
        errors={errors.startsOn}
      />
      <TextArea
        label="Only for these addresses"
        name="addresses"
        rows={3}
        optional
        hint="One a line. Empty: any address on the account’s domains is enough."
        defaultValue={typed.addresses}
        errors={errors.addresses}
      />
      <TextField
        label="Note"
        name="note"
        optional
        hint="For your colleagues, such as the deal it is for."
        defaultValue={typed.note}
        errors={errors.note}
      />
      <div>
        <Button variant="primary">Make the link</Button>
      </div>
    </Form>
  );
}

/** The one time that the address can be read. */
export function MadeLink({ url }: { url: string }) {
  return (
    <div className="grid max-w-2xl gap-4">
      <Note tone="ageing" title="Copy it now: it is shown this once">
        <p>Only its fingerprint is kept. If it is lost, revoke the link and make another.</p>
      </Note>
      <p className="id break-all border border-edge p-3">{url}</p>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton text={url}>Copy the link</CopyButton>
        <ButtonLink to="/staff/share-links">All share links</ButtonLink>
      </p>
    </div>
  );
}
