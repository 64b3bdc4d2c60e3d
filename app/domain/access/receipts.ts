/** What anyone who holds a copy may know of it: never to whom it was given. */
export type Receipt = {
  copyId: string;
  issuedAt: Date;
  /** Null where the document is not listed on the trust page. */
  title: string | null;
  /** A newer version is there, or the document was withdrawn. */
  state: "current" | "superseded" | "withdrawn";
};
