import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";

/** A value in a JSON text, with where it stands in it, in characters. */
export type JsonNode = {
  start: number;
  end: number;
  /** Of an object: its members, in their order; the last of a name counts, as everywhere. */
  members: { name: string; value: JsonNode }[] | null;
  /** Of an array. */
  items: JsonNode[] | null;
};

/** Where each value stands in a JSON text (RFC 8259) that `JSON.parse` has accepted. */
export function jsonTree(text: string): JsonNode {
  return new TreeReading(text).value(0, 0);
}

class TreeReading {
  constructor(private readonly text: string) {}

  value(from: number, depth: number): JsonNode {
    if (depth > limits.jsonDepth) throw overLimit("jsonDepth");
    const start = this.skip(from);
    const sign = this.text[start];
    if (sign === "{") return this.object(start, depth);
    if (sign === "[") return this.array(start, depth);
    const end = sign === '"' ? this.endOfString(start) : this.endOfWord(start);
    return { start, end, members: null, items: null };
  }

  private object(start: number, depth: number): JsonNode {
    const members: { name: string; value: JsonNode }[] = [];
    let at = this.skip(start + 1);
    while (this.text[at] !== "}") {
      const end = this.endOfString(at);
      const name = JSON.parse(this.text.slice(at, end)) as string;
      const value = this.value(this.skip(end) + 1, depth + 1);
      members.push({ name, value });
      at = this.next(value.end);
    }
    return { start, end: at + 1, members, items: null };
  }

  private array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    let at = this.skip(start + 1);
    while (this.text[at] !== "]") {
      const value = this.value(at, depth + 1);
      items.push(value);
      at = this.next(value.end);
    }
    return { start, end: at + 1, members: null, items };
  }

  /** Past white space and a comma. */
  private next(from: number): number {
    const at = this.skip(from);
    return this.text[at] === "," ? this.skip(at + 1) : at;
  }

  private skip(from: number): number {
    let at = from;
    while (" \t\n\r\ufeff".includes(this.text[at] ?? "x")) at++;
    return at;
  }

  private endOfString(start: number): number {
    let at = start + 1;
    while (at < this.text.length && this.text[at] !== '"') at += this.text[at] === "\\" ? 2 : 1;
    return at + 1;
  }

  private endOfWord(start: number): number {
    let at = start;
    while (at < this.text.length && !" \t\n\r,]}".includes(this.text[at]!)) at++;
    return at;
  }
}

export function memberOf(node: JsonNode, name: string): JsonNode | null {
  return node.members?.findLast((member) => member.name === name)?.value ?? null;
}
