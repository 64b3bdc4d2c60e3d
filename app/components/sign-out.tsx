import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { useAddress, useWords } from "#app/messages/speech.ts";

/** Leaving changes something, so it is a form that posts. A full page load: nothing of the session stays behind. */
export function SignOut({ path }: { path: string }) {
  const [address, { layout: words }] = [useAddress(), useWords()];
  return (
    <Form method="post" action={address(path)} reloadDocument>
      <Button variant="quiet" size="small">
        {words.signOut}
      </Button>
    </Form>
  );
}
