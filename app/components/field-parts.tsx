import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { Icon } from "#app/components/icon.tsx";
import { saidIn } from "#app/messages/complaints.ts";
import { useSpeech, useWords } from "#app/messages/speech.ts";

export interface FieldShape {
  label: ReactNode;
  name: string;
  /** Defaults to the name, which is what `FormErrors` links to. Set it where a name occurs twice on a page. */
  id?: string;
  hint?: ReactNode;
  errors?: string[];
  /** Says “(optional)” behind the label. */
  optional?: boolean;
  className?: string;
}

/** What a control takes from its HTML element. */
export type Native<Attributes> = Omit<Attributes, "name" | "id" | "className" | "children">;

/** The attributes that tie a control to its hint and its errors. */
export function tiesOf({ name, id = name, hint, errors }: Pick<FieldShape, "name" | "id" | "hint" | "errors">) {
  const wrong = Boolean(errors?.length);
  const described = [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, name, "aria-invalid": wrong || undefined, "aria-describedby": described || undefined };
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="hint" id={`${id}-hint`}>
      {children}
    </p>
  );
}

export function FieldErrors({ id, errors, className }: { id: string; errors?: string[]; className?: string }) {
  const { language } = useSpeech();
  if (!errors?.length) return null;
  return (
    <div id={`${id}-error`} className={className}>
      {errors.map((error) => (
        <p className="field-error" key={error}>
          <Icon of={TriangleAlert} />
          <span>{saidIn(language, error)}</span>
        </p>
      ))}
    </div>
  );
}

/** Behind a label. */
export function OptionalMark() {
  const { layout: words } = useWords();
  return <small> {words.optional}</small>;
}

export function FieldFrame({
  label,
  name,
  id = name,
  hint,
  errors,
  optional,
  className,
  children,
}: FieldShape & { children: ReactNode }) {
  return (
    <div className={classNames("field", className)}>
      <label className="label" htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      {children}
      <FieldErrors id={id} errors={errors} />
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
    </div>
  );
}
