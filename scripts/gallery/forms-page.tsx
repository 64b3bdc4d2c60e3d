import { Button, ButtonRow } from "#app/components/button.tsx";
import {
  CheckboxField,
  CheckboxGroup,
  CodeField,
  DateField,
  FileField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from "#app/components/field.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PublicLayout } from "#app/components/public-layout.tsx";
import { SearchForm } from "#app/components/search-field.tsx";
import { Section } from "#app/components/section.tsx";
import type { GalleryPage } from "#scripts/gallery/static-page.tsx";

const errors = {
  title: ["Enter your title, for example “Security Analyst”"],
  until: ["Choose a day after today"],
  form: ["This link has run out. Get a new one"],
};

function Forms() {
  return (
    <PublicLayout brand={{ name: "Northmoor" }} signInPath="/sign-in">
      <PageHeader title="Ask for documents" lead="You prove your address with a code, then Security decides." />
      <Section id="ask" title="Your request" intro="What you type stays when something is missing.">
        <Form>
          <FormErrors errors={errors} />
          <FormRow>
            <TextField label="Your full name" name="name" autoComplete="name" defaultValue="Imke Vossler" />
            <TextField label="Your title" name="title" autoComplete="organization-title" errors={errors.title} />
          </FormRow>
          <TextField
            label="Work e-mail"
            name="email"
            type="email"
            autoComplete="email"
            defaultValue="imke.vossler@brightkiln.example"
            hint="We send a code to it"
          />
          <FormRow>
            <SelectField
              label="Open until"
              name="days"
              options={[
                { value: "30", label: "14 Oct 2026, 30 days" },
                { value: "90", label: "13 Dec 2026, 90 days" },
              ]}
            />
            <DateField label="Last day" name="until" errors={errors.until} defaultValue="2026-10-14" />
            <TextField label="Account" name="account" readOnly defaultValue="Brightkiln AG" />
            <TextField label="Domain" name="domain" disabled defaultValue="brightkiln.example" />
          </FormRow>
          <TextArea label="Why you need them" name="reason" optional hint="Security reads this first." />
          <CheckboxGroup
            label="Products"
            name="products"
            defaultValue={["exchange"]}
            options={[
              { value: "exchange", label: "Northmoor Exchange" },
              { value: "desk", label: "Northmoor Desk", hint: "Not covered by the report" },
            ]}
          />
          <RadioGroup
            label="Which NDA"
            name="nda"
            defaultValue="click"
            errors={["Choose one"]}
            options={[
              { value: "click", label: "Accept ours here" },
              { value: "signed", label: "We have signed one" },
            ]}
          />
          <CheckboxField label="I have authority to accept this agreement for Brightkiln AG." name="authority" />
          <ButtonRow>
            <Button variant="primary">Request 2 documents</Button>
            <span className="hint">We record the time and your verified address.</span>
          </ButtonRow>
        </Form>
      </Section>
      <Section id="code" title="The code">
        <CodeField label="6-digit code" name="code" hint="From the mail we sent. It works for 10 minutes." />
      </Section>
      <Section id="files" title="Files">
        <FileDrop
          label="Drop the customer’s file here, or choose one"
          name="questionnaire"
          accept=".xlsx,.csv,.docx"
          hint="XLSX, CSV or DOCX, up to 20 MB. We hand the same file back."
        />
        <FileDrop
          label="Drop the PDF here, or choose one"
          name="pdf"
          accept=".pdf"
          errors={["This PDF is protected with a password. Save it without one and upload it again"]}
        />
        <FileField label="Logo" name="logo" accept=".svg,.png" hint="SVG or PNG, up to 200 kB" />
      </Section>
      <Section id="search" title="Search">
        <SearchForm
          label="Find a control or criterion"
          labelVisible
          name="find"
          placeholder="for example CC6.1 or backup"
        >
          <Button>Find</Button>
        </SearchForm>
      </Section>
    </PublicLayout>
  );
}

export const formsPage: GalleryPage = { title: "Error: Ask for documents", path: "/request", element: <Forms /> };
