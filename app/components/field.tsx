import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classNames } from "#app/components/class-names.ts";
import { FieldErrors, FieldFrame, FieldHint, OptionalMark, tiesOf } from "#app/components/field-parts.tsx";
import type { FieldShape, Native } from "#app/components/field-parts.tsx";

export interface TextFieldProps extends FieldShape, Native<InputHTMLAttributes<HTMLInputElement>> {
  inputClassName?: string;
}

export function TextField({
  label,
  name,
  id,
  hint,
  errors,
  optional,
  className,
  inputClassName,
  ...input
}: TextFieldProps) {
  const shape = { label, name, id, hint, errors, optional, className };
  return (
    <FieldFrame {...shape}>
      <input type="text" {...input} {...tiesOf(shape)} className={inputClassName} />
    </FieldFrame>
  );
}

export function DateField(props: TextFieldProps) {
  return <TextField {...props} type="date" inputClassName={classNames("w-44", props.inputClassName)} />;
}

/** A short code that was mailed or shown in an authenticator app. */
export function CodeField(props: TextFieldProps) {
  return (
    <TextField
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]*"
      spellCheck={false}
      {...props}
      inputClassName="input-code"
    />
  );
}

export interface TextAreaProps extends FieldShape, Native<TextareaHTMLAttributes<HTMLTextAreaElement>> {}

export function TextArea({ label, name, id, hint, errors, optional, className, ...area }: TextAreaProps) {
  const shape = { label, name, id, hint, errors, optional, className };
  return (
    <FieldFrame {...shape}>
      <textarea rows={4} {...area} {...tiesOf(shape)} />
    </FieldFrame>
  );
}

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps extends FieldShape, Native<SelectHTMLAttributes<HTMLSelectElement>> {
  options: Option[];
}

export function SelectField({
  label,
  name,
  id,
  hint,
  errors,
  optional,
  className,
  options,
  ...select
}: SelectFieldProps) {
  const shape = { label, name, id, hint, errors, optional, className };
  return (
    <FieldFrame {...shape}>
      <select {...select} {...tiesOf(shape)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface FileFieldProps extends FieldShape, Native<InputHTMLAttributes<HTMLInputElement>> {}

export function FileField({ label, name, id, hint, errors, optional, className, ...input }: FileFieldProps) {
  const shape = { label, name, id, hint, errors, optional, className };
  return (
    <FieldFrame {...shape}>
      <input {...input} type="file" {...tiesOf(shape)} />
    </FieldFrame>
  );
}

export interface CheckboxFieldProps extends FieldShape, Native<Omit<InputHTMLAttributes<HTMLInputElement>, "type">> {}

export function CheckboxField({
  label,
  name,
  id = name,
  hint,
  errors,
  optional,
  className,
  ...input
}: CheckboxFieldProps) {
  return (
    <div className={classNames("choice", className)}>
      <input {...input} type="checkbox" {...tiesOf({ name, id, hint, errors })} />
      <label htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <FieldErrors id={id} errors={errors} className="choice-errors" />
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
    </div>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface GroupShape extends FieldShape {
  options: Choice[];
}

function Group(
  props: GroupShape & { type: "checkbox" | "radio"; isChosen: (value: string) => boolean; required?: boolean },
) {
  const { label, name, id = name, hint, errors, optional, className, options, type, isChosen, required } = props;
  const ties = tiesOf({ name, id, hint, errors });
  return (
    <fieldset className={classNames("group", className)} aria-describedby={ties["aria-describedby"]}>
      <legend className="label">
        {label}
        {optional && <OptionalMark />}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      <FieldErrors id={id} errors={errors} />
      <div className="choices">
        {options.map((option, at) => {
          const optionId = at === 0 ? id : `${id}-${option.value}`;
          return (
            <div className="choice" key={option.value}>
              <input
                type={type}
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={isChosen(option.value)}
                disabled={option.disabled}
                required={required}
                aria-invalid={ties["aria-invalid"]}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint && <FieldHint id={optionId}>{option.hint}</FieldHint>}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Any number of them. The first box carries the field's id, so that an error summary leads into the group. */
export function CheckboxGroup({ defaultValue = [], ...props }: GroupShape & { defaultValue?: readonly string[] }) {
  return <Group {...props} type="checkbox" isChosen={(value) => defaultValue.includes(value)} />;
}

/** One of them. */
export function RadioGroup({ defaultValue, ...props }: GroupShape & { defaultValue?: string; required?: boolean }) {
  return <Group {...props} type="radio" isChosen={(value) => value === defaultValue} />;
}
