import { Upload } from "lucide-react";
import { FieldErrors, FieldHint, OptionalMark, tiesOf } from "#app/components/field-parts.tsx";
import type { FileFieldProps } from "#app/components/field.tsx";
import { classNames } from "#app/components/class-names.ts";
import { Icon } from "#app/components/icon.tsx";

/** A file field that is large enough to drop a file on. `hint` says which kinds, and how big. */
export function FileDrop({ label, name, id = name, hint, errors, optional, className, ...input }: FileFieldProps) {
  return (
    <div className={classNames("field", className)}>
      <div className="drop">
        <input {...input} type="file" {...tiesOf({ name, id, hint, errors })} />
        <div className="drop-words">
          <Icon of={Upload} />
          <label htmlFor={id}>
            {label}
            {optional && <OptionalMark />}
          </label>
        </div>
      </div>
      <FieldErrors id={id} errors={errors} />
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
    </div>
  );
}
