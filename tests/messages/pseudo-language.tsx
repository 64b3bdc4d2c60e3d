import { Fragment, isValidElement, type ReactNode } from "react";

const [opening, closing] = ["⟦", "⟧"];

/** The same words, each in brackets: what stands outside them on a page did not come from the message files. */
export function bracketed<Said>(said: Said): Said {
  if (typeof said === "string") return `${opening}${said}${closing}` as Said;
  if (typeof said === "function") {
    const say = said as unknown as (...values: unknown[]) => unknown;
    return ((...values: unknown[]) => bracketedAnswer(say(...values))) as Said;
  }
  if (Array.isArray(said)) return said.map(bracketed) as Said;
  if (said !== null && typeof said === "object") {
    return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, bracketed(value)])) as Said;
  }
  return said;
}

const bracketedAnswer = (answer: unknown): unknown =>
  isValidElement(answer) ? (
    <Fragment>
      {opening}
      {answer as ReactNode}
      {closing}
    </Fragment>
  ) : (
    bracketed(answer)
  );

const spokenAttributes = /\s(?:aria-label|placeholder|alt|title|data-title)="([^"]*)"/g;

/** Every text of a page outside brackets: between its tags, and in the attributes that are read out or shown. */
export function outsideBrackets(html: string): string[] {
  const body = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
  const attributes = [...body.matchAll(spokenAttributes)].map(([, value]) => withoutBracketed(value!));
  const texts = withoutBracketed(body.replace(/<[^>]*>/g, "\n")).split("\n");
  return [...attributes, ...texts].map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
}

/** Brackets may stand in brackets, also around elements. */
function withoutBracketed(text: string): string {
  let depth = 0;
  let rest = "";
  for (const sign of text) {
    if (sign === opening) depth += 1;
    else if (sign === closing) depth = Math.max(0, depth - 1);
    else if (depth === 0) rest += sign;
  }
  return rest;
}
