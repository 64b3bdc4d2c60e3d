import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DialogPage } from "#app/components/dialog-page.tsx";
import { Form } from "#app/components/form.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";

/** Asks before something is gone for good; the button repeats the verb. */
export function RemovalPage(props: { title: string; verb: string; keepTo: string; children: ReactNode }) {
  return (
    <StaffBody>
      <Form>
        <DialogPage
          title={props.title}
          actions={
            <>
              <ButtonLink to={props.keepTo}>Keep</ButtonLink>
              <Button variant="negative">{props.verb}</Button>
            </>
          }
        >
          {props.children}
        </DialogPage>
      </Form>
    </StaffBody>
  );
}
