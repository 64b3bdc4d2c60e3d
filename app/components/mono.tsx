import type { ReactNode } from "react";

/** Ids, hashes, cells and paths, and nothing else, are set in mono. */
export function Id({ children }: { children: ReactNode }) {
  return <span className="id">{children}</span>;
}

const byFour = (hex: string) => hex.replace(/(.{4})(?=.)/g, "$1 ");

/** The first and last 8 characters, grouped by 4: "c81e 728d … 5a0b 9d14". */
export function shortHash(value: string): string {
  return value.length <= 20 ? byFour(value) : `${byFour(value.slice(0, 8))} … ${byFour(value.slice(-8))}`;
}

export function Hash({ value, kind }: { value: string; kind?: string }) {
  return (
    <span className="id hash" title={value}>
      {kind && `${kind} `}
      {shortHash(value)}
    </span>
  );
}
