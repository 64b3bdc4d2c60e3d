import { fromMarkdown } from "mdast-util-from-markdown";
import type { Definition, Nodes, Parent, Root, RootContent } from "mdast";
import { createElement, Fragment } from "react";
import type { ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";

const safeSchemes = new Set(["http:", "https:", "mailto:"]);

function safeAddress(url: string): string | null {
  try {
    const address = new URL(url);
    return safeSchemes.has(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

interface Reading {
  topHeading: number;
  definitions: Map<string, Definition>;
}

function inside(parent: Parent, reading: Reading): ReactNode {
  return parent.children.map((child, at) => <Fragment key={at}>{written(child as RootContent, reading)}</Fragment>);
}

function link(url: string | undefined, words: ReactNode): ReactNode {
  const href = url && safeAddress(url);
  return href ? (
    <a href={href} rel="noopener nofollow">
      {words}
    </a>
  ) : (
    words
  );
}

/** The whole list of what a text may become. Anything else, raw HTML too, stays the text that was typed. */
function written(node: Nodes, reading: Reading): ReactNode {
  switch (node.type) {
    case "text":
    case "html":
      return node.value;
    case "paragraph":
      return <p>{inside(node, reading)}</p>;
    case "heading":
      return createElement(`h${Math.min(6, node.depth + reading.topHeading - 1)}`, null, inside(node, reading));
    case "emphasis":
      return <em>{inside(node, reading)}</em>;
    case "strong":
      return <strong>{inside(node, reading)}</strong>;
    case "inlineCode":
      return <code className="id">{node.value}</code>;
    case "code":
      return (
        <pre tabIndex={0}>
          <code className="id">{node.value}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote>{inside(node, reading)}</blockquote>;
    case "list":
      return node.ordered ? <ol start={node.start ?? 1}>{inside(node, reading)}</ol> : <ul>{inside(node, reading)}</ul>;
    case "listItem":
      return <li>{node.spread ? inside(node, reading) : tight(node, reading)}</li>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "link":
      return link(node.url, inside(node, reading));
    case "linkReference":
      return link(reading.definitions.get(node.identifier)?.url, inside(node, reading));
    case "image":
    case "imageReference":
      return node.alt;
    default:
      return null;
  }
}

/** A list without blank lines between its items has no paragraphs in them. */
function tight(item: Parent, reading: Reading): ReactNode {
  return item.children.map((child, at) => (
    <Fragment key={at}>
      {child.type === "paragraph" ? inside(child, reading) : written(child as RootContent, reading)}
    </Fragment>
  ));
}

function definitionsOf(root: Root): Map<string, Definition> {
  const found = root.children.filter((node) => node.type === "definition");
  return new Map(found.map((definition) => [definition.identifier, definition]));
}

export interface MarkdownProps {
  text: string;
  /** The level of the text's own first heading: one below the heading it stands under. */
  topHeading?: 2 | 3 | 4 | 5;
  className?: string;
}

export function Markdown({ text, topHeading = 3, className }: MarkdownProps) {
  const root = fromMarkdown(text);
  return (
    <div className={classNames("written", className)}>
      {inside(root, { topHeading, definitions: definitionsOf(root) })}
    </div>
  );
}
