import { Fragment } from "react";
import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}

export interface KeyHint {
  /** Keys that do the same, or `["2", "–", "5"]` for a span of keys. */
  keys: string[];
  label: string;
}

/** The bar at the foot of a pane. Hidden where there is no keyboard. */
export function KeyHints({ hints }: { hints: KeyHint[] }) {
  return (
    <ul className="keys" aria-label="Keyboard">
      {hints.map((hint) => (
        <li key={hint.label}>
          {hint.keys.map((key, at) => (
            <Fragment key={at}>
              {at > 0 && key !== "–" && hint.keys[at - 1] !== "–" && " "}
              {key === "–" ? key : <kbd>{key}</kbd>}
            </Fragment>
          ))}{" "}
          {hint.label}
        </li>
      ))}
    </ul>
  );
}
