import { Form as RemixForm } from "@remix-run/react";
import type { FormProps as RemixFormProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { useAddress } from "#app/messages/speech.ts";

/** A form that posts, and lets the server say what is wrong in our words. Works without JavaScript. */
export function Form({ className, action, ...form }: RemixFormProps) {
  const address = useAddress();
  const to = action && address(action);
  return <RemixForm method="post" noValidate action={to} {...form} className={classNames("form", className)} />;
}

/** Fields side by side while there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="form-row">{children}</div>;
}
