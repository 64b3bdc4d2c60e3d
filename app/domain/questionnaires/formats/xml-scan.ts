/** A tag in XML that is known to be well-formed; `start` and `end` are offsets, `end` just past the ">". */
export type XmlTag = { kind: "open" | "close" | "empty"; prefix: string; name: string; start: number; end: number };

/** The first tag at or after `from`; comments, CDATA sections and processing instructions are stepped over. */
export function nextTag(xml: string, from: number): XmlTag | null {
  for (let at = xml.indexOf("<", from); at >= 0; at = xml.indexOf("<", at)) {
    if (xml.startsWith("<!--", at)) at = past(xml, "-->", at + 4);
    else if (xml.startsWith("<![CDATA[", at)) at = past(xml, "]]>", at + 9);
    else if (xml.startsWith("<?", at)) at = past(xml, "?>", at + 2);
    else return tagAt(xml, at);
  }
  return null;
}

/** The tag that closes `open`; `open` itself when it is empty. */
export function closingTag(xml: string, open: XmlTag): XmlTag {
  if (open.kind === "empty") return open;
  let depth = 1;
  for (let tag = nextTag(xml, open.end); tag; tag = nextTag(xml, tag.end)) {
    if (tag.kind === "open") depth++;
    else if (tag.kind === "close" && --depth === 0) return tag;
  }
  throw new Error(`The element ${open.name} is never closed.`);
}

/** The attributes of a tag as they are written, quotes and entities included, by name with prefix. */
export function rawAttributes(xml: string, tag: XmlTag): Map<string, string> {
  const attributes = new Map<string, string>();
  const inside = xml.slice(tag.start + 1 + tag.prefix.length + tag.name.length, tag.end);
  for (const [, name, value] of inside.matchAll(/([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g)) attributes.set(name!, value!);
  return attributes;
}

/** An attribute's value without its quotes; undefined when it is absent. */
export function attributeValue(attributes: ReadonlyMap<string, string>, name: string): string | undefined {
  return attributes.get(name)?.slice(1, -1);
}

function past(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at < 0 ? xml.length : at + end.length;
}

function tagAt(xml: string, start: number): XmlTag {
  const closing = xml[start + 1] === "/";
  let end = start + 1;
  for (let quote = ""; quote !== "" || xml[end] !== ">"; end++) {
    const character = xml[end];
    if (character === undefined) throw new Error("A tag is never finished.");
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  const [full] = /^[^\s/>]+/.exec(xml.slice(start + (closing ? 2 : 1), end)) ?? [""];
  const colon = full.indexOf(":") + 1;
  const kind = closing ? "close" : xml[end - 1] === "/" ? "empty" : "open";
  return { kind, prefix: full.slice(0, colon), name: full.slice(colon), start, end: end + 1 };
}
