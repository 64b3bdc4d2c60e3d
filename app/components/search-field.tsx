import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { Icon } from "#app/components/icon.tsx";

export interface SearchFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "type"> {
  label: string;
  labelVisible?: boolean;
  name?: string;
  id?: string;
  /** The key that puts the cursor here. */
  kbd?: string;
}

export function SearchField({ label, labelVisible, name = "q", id = name, kbd, ...input }: SearchFieldProps) {
  return (
    <div className="field">
      <label className={labelVisible ? "label" : "sr-only"} htmlFor={id}>
        {label}
      </label>
      <div className="search">
        <Icon of={Search} />
        <input type="search" id={id} name={name} data-key={kbd} aria-keyshortcuts={kbd} {...input} />
        {kbd && <kbd aria-hidden="true">{kbd}</kbd>}
      </div>
    </div>
  );
}

/** A search that loads the page again with what was typed. `children`: further filters and a button. */
export function SearchForm({
  action,
  children,
  ...field
}: SearchFieldProps & { action?: string; children?: ReactNode }) {
  return (
    <Form method="get" action={action} role="search" className="flex flex-wrap items-end gap-3">
      <SearchField {...field} />
      {children}
    </Form>
  );
}
