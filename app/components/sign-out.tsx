import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";

/** Leaving changes something, so it is a form that posts. A full page load: nothing of the session stays behind. */
export function SignOut({ path }: { path: string }) {
  return (
    <Form method="post" action={path} reloadDocument>
      <Button variant="quiet" size="small">
        Sign out
      </Button>
    </Form>
  );
}
