import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DialogPage } from "#app/components/dialog-page.tsx";
import { TextArea } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";

interface ReasonPageProps {
  title: string;
  /** What happens, and what stays as it is. */
  children: ReactNode;
  field: { name: string; label: string; hint?: string };
  verb: string;
  negative?: boolean;
  keepTo: string;
  errors?: Record<string, string[] | undefined>;
  typed?: string;
  optional?: boolean;
}

/** A question that needs words to go with its answer. The button repeats the verb. */
export function ReasonPage({
  title,
  children,
  field,
  verb,
  negative,
  keepTo,
  errors,
  typed,
  optional,
}: ReasonPageProps) {
  return (
    <StaffBody>
      <Form>
        <DialogPage
          title={title}
          actions={
            <>
              <ButtonLink to={keepTo}>Go back</ButtonLink>
              <Button variant={negative ? "negative" : "primary"}>{verb}</Button>
            </>
          }
        >
          <FormErrors errors={errors} />
          {children}
          <TextArea {...field} defaultValue={typed} errors={errors?.[field.name]} required={!optional} />
        </DialogPage>
      </Form>
    </StaffBody>
  );
}
