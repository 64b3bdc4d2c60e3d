import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

const webAddress = /^(https?:|mailto:)/i;

/** The paragraphs of a Markdown text without its signs, for mails and for search; an item of a list is one too. */
export function paragraphsOf(markdown: string): string[] {
  return blocksOf(fromMarkdown(markdown))
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

function blocksOf(node: Nodes): string[] {
  switch (node.type) {
    case "root":
    case "blockquote":
    case "list":
      return node.children.flatMap(blocksOf);
    case "listItem":
      return [`– ${node.children.flatMap(blocksOf).join(" ")}`];
    case "code":
      return [node.value];
    default:
      return [wordsOf(node)];
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "link") return linkWords(node.children.map(wordsOf).join(""), node.url);
  if ("value" in node) return node.value.replaceAll(/\s*\n\s*/g, " ");
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}

const linkWords = (words: string, url: string) => (webAddress.test(url) && words !== url ? `${words} (${url})` : words);
