import type { Widget } from "#app/domain/questionnaires/formats/pdf-page.ts";

/** A form field's place on a page as pdf.js describes it. */
export type FoundWidget = {
  subtype?: string;
  fieldType?: string | null;
  fieldName?: string | null;
  fieldValue?: unknown;
  alternativeText?: string | null;
  annotationFlags?: number;
  rect?: unknown;
  readOnly?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  pushButton?: boolean;
  exportValue?: string | null;
  buttonValue?: string | null;
  options?: { exportValue?: string | null; displayValue?: string | null }[];
  multiSelect?: boolean;
  multiLine?: boolean;
  maxLen?: number | null;
};

const [hidden, noView] = [2, 32];

/** A field that a person can fill in; null for signatures, buttons that do something, and what is not shown. */
export function widgetFrom(found: FoundWidget): Widget | null {
  const { subtype, fieldName, annotationFlags = 0 } = found;
  if (subtype !== "Widget" || !fieldName || (annotationFlags & (hidden | noView)) !== 0) return null;
  const field = {
    ...{ field: fieldName, tooltip: oneLine(found.alternativeText ?? ""), readOnly: found.readOnly === true },
    ...{ value: null, checked: false, exportValue: "", options: [], several: false, multiLine: false, longest: null },
  };
  if (found.fieldType === "Tx") {
    const longest = typeof found.maxLen === "number" && found.maxLen > 0 ? found.maxLen : null;
    return { ...field, kind: "text", value: valueIn(found.fieldValue), multiLine: found.multiLine === true, longest };
  }
  if (found.fieldType === "Ch") {
    const options = (found.options ?? []).map(({ exportValue, displayValue }) => ({
      exported: exportValue ?? displayValue ?? "",
      shown: displayValue ?? exportValue ?? "",
    }));
    const value = valueIn(found.fieldValue);
    const shown = options.find(({ exported }) => exported === value)?.shown ?? value;
    return { ...field, kind: "choice", options, value: shown, several: found.multiSelect === true };
  }
  const exported = found.radioButton ? found.buttonValue : found.exportValue;
  if (found.fieldType !== "Btn" || found.pushButton || !exported) return null;
  return { ...field, kind: "button", exportValue: exported, checked: found.fieldValue === exported };
}

function valueIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? first.trim() : null;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
