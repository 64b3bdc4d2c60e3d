import { SaxesParser } from "saxes";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

export type XmlAttributes = Record<string, string>;

/**
 * Names come without their prefix: producers differ in the prefixes that they give to the same elements. `end` is where
 * the tag ends, in characters of the part (a byte order mark does not count).
 */
export type XmlHandler = {
  open?: (name: string, attributes: XmlAttributes, end: number) => void;
  close?: (name: string, end: number) => void;
  text?: (text: string) => void;
};

/** What reading XML has cost so far, over all parts of one file. */
export type XmlBudget = { tokens: number };

/** Reads a part as it is unpacked. Throws UnreadableFile for a DOCTYPE, for XML that is not well-formed, and over budget. */
export async function readXml(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  budget: XmlBudget,
  handler: XmlHandler,
): Promise<void> {
  const parser = budgetedParser(budget, handler);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (!isXmlFault(error)) throw error;
    throw new UnreadableFile(
      "file.malformed",
      "This file holds XML that is not well-formed. Open it, save it again and upload it anew.",
    );
  }
}

/** The value of an attribute, whatever its prefix. */
export function attributeNamed(attributes: XmlAttributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}

class XmlFault extends Error {}

function isXmlFault(error: unknown): boolean {
  return error instanceof XmlFault || (error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}

function budgetedParser(budget: XmlBudget, handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  const spend = () => {
    if (++budget.tokens > limits.xmlTokens) throw overLimit("xmlTokens");
  };
  const text = (value: string) => {
    spend();
    if (value.length > limits.xmlTextLength) throw overLimit("xmlTextLength");
    handler.text?.(value);
  };
  parser.on("error", (error) => {
    throw new XmlFault(error.message);
  });
  parser.on("doctype", () => {
    throw new UnreadableFile("file.doctype", "This file declares a document type, which no office program writes.");
  });
  parser.on("attribute", () => {
    if (++attributes > limits.xmlAttributes) throw overLimit("xmlAttributes");
  });
  parser.on("opentag", (tag) => {
    spend();
    attributes = 0;
    if (++depth > limits.xmlDepth) throw overLimit("xmlDepth");
    handler.open?.(withoutPrefix(tag.name), tag.attributes, parser.position);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handler.close?.(withoutPrefix(tag.name), parser.position);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  return parser;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
