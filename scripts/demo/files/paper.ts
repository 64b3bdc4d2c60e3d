/** A sample document as data; `paper-pdf.server.tsx` sets it. */
export type Block =
  | string
  | { heading: string }
  | { list: string[] }
  | { note: string }
  | { facts: [term: string, value: string][] }
  | { table: Table }
  | { signature: { place: string; date: string; name: string; title: string } };

/** Widths are in percent and add up to 100. */
export type Table = { head: string[]; widths: number[]; rows: string[][] };

export type Section = { title: string; startsPage?: boolean; blocks: Block[] };

export type Paper = {
  title: string;
  subtitle: string;
  handling: string;
  cover: "page" | "head";
  facts: [term: string, value: string][];
  sections: Section[];
};
