import { Button, ButtonRow } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import type { GalleryPage } from "#scripts/gallery/static-page.tsx";

export const plainPage: GalleryPage = {
  title: "Sign in",
  path: "/sign-in",
  element: (
    <PlainLayout
      brand={{ name: "Northmoor" }}
      title="Sign in"
      lead="We send a link and a 6-digit code to your work address. You need no password."
      footer={{ note: "Stuck? Reply to any mail from us.", links: [{ to: "/privacy", label: "Privacy" }] }}
    >
      <Form>
        <TextField label="Work e-mail" name="email" type="email" autoComplete="email" />
        <ButtonRow>
          <Button variant="primary" size="large">
            Send the code
          </Button>
        </ButtonRow>
      </Form>
    </PlainLayout>
  ),
};
