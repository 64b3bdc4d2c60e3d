/** What a column heading says that its column is for. */
export type HeaderKind =
  "id" | "question" | "answer" | "mark" | "comment" | "section" | "guidance" | "reviewer" | "history";

/** `strength` 3: says so outright; 2: says so among other words; 1: may well mean it. */
export type Heading = { kind: HeaderKind; strength: 1 | 2 | 3 };
