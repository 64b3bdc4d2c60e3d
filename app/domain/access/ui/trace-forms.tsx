import { Form as GetForm } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { SearchField } from "#app/components/search-field.tsx";

export interface TraceFormProps {
  documents: { id: string; title: string }[];
  errors: Record<string, string[]>;
  documentId?: string;
}

export function TraceForm({ documents, errors, documentId }: TraceFormProps) {
  const choices = [
    { value: "", label: "Any document that was given out" },
    ...documents.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <Form encType="multipart/form-data" className="max-w-2xl">
      <FormErrors errors={errors} />
      <FileDrop
        label="Found file"
        name="file"
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        errors={errors.file}
        hint="A PDF, or a picture of one whole page (PNG, JPEG or WebP), up to 50 MiB. It is kept as evidence."
      />
      <SelectField
        label="It shows"
        name="documentId"
        options={choices}
        defaultValue={documentId ?? ""}
        errors={errors.documentId}
        hint="Choosing the document is faster, and reaches files that were given out long ago."
      />
      <Button variant="primary">Trace it</Button>
    </Form>
  );
}

export function CopyIdForm({ typed }: { typed: string }) {
  return (
    <GetForm method="get" role="search" className="flex flex-wrap items-end gap-3">
      <SearchField label="Copy id" labelVisible name="copy" defaultValue={typed} placeholder="CP-7F3K-22QD" />
      <Button>Look it up</Button>
    </GetForm>
  );
}
