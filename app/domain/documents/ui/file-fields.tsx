import { TextField } from "#app/components/field.tsx";
import { FileDrop } from "#app/components/file-drop.tsx";

const kinds = ".pdf,.xlsx,.docx,.csv,.txt";

export function FileFields(props: { note?: string; errors: Record<string, string[]>; optional?: boolean }) {
  return (
    <>
      <FileDrop
        label="File"
        name="file"
        accept={kinds}
        errors={props.errors.file}
        optional={props.optional}
        hint="PDF up to 50 MiB and 1,000 pages; XLSX, DOCX, CSV or TXT up to 10 MiB. What is on request or under NDA has to be a PDF: each copy is stamped for its reader."
      />
      <TextField
        label="Note"
        name="note"
        defaultValue={props.note}
        errors={props.errors.note}
        hint="What is new in it. Seen by staff only."
        optional
      />
    </>
  );
}
