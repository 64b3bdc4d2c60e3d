import { type ChangeEvent, useEffect, useState } from "react";
import { TextField } from "#app/components/field.tsx";

/**
 * A secret that a mail or a colleague handed over in the part of the address after the #, which no server, log or
 * referrer ever sees. With JavaScript it fills itself in; without, it can be pasted.
 */
export function FragmentField(props: { label: string; name: string; hint: string; errors?: string[] }) {
  const [secret, setSecret] = useState("");
  useEffect(() => {
    const found = window.location.hash.slice(1);
    if (!found) return;
    setSecret(found);
    window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  }, []);
  return (
    <TextField
      {...props}
      value={secret}
      onChange={(event: ChangeEvent<HTMLInputElement>) => setSecret(event.target.value)}
      autoComplete="off"
      spellCheck={false}
      required
    />
  );
}
