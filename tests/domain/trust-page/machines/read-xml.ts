import { SaxesParser } from "saxes";

export type Element = { name: string; uri: string; attributes: Record<string, string>; text: string; within: string };

/** Every element in order, or an error for what is not well-formed. `within`: the names above it. */
export function elementsOf(xml: string): Element[] {
  const parser = new SaxesParser({ xmlns: true });
  const [elements, open]: [Element[], Element[]] = [[], []];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const within = open.map(({ name }) => name).join("/");
    const element = { name: local, uri, attributes: Object.fromEntries(values), text: "", within };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return elements;
}
