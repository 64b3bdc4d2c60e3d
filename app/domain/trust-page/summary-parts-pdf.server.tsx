import { StyleSheet, Text, View } from "@react-pdf/renderer";
import { useWords } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";
import { printFont } from "#app/platform/pdf.server.ts";
import type { ReactNode } from "react";

/** Nothing said of one thing may push another off the paper. */
export const cut = (text: string, most = 140) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

export const restOf = (all: readonly unknown[], shown: number, said: Words["trustPage"]["summary"]) =>
  all.length > shown ? `\n${said.more(all.length - shown)}` : "";

export function Rest({ of, most: shown }: { of: readonly unknown[]; most: number }) {
  const said = useWords().trustPage.summary;
  return of.length > shown ? <Text style={styles.text}>{said.more(of.length - shown)}</Text> : null;
}

export const Heading = ({ children }: { children: string }) => (
  <Text style={styles.heading} minPresenceAhead={40}>
    {children}
  </Text>
);

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <View style={styles.fact} wrap={false}>
      <Text style={styles.term}>{term}</Text>
      <Text style={styles.said}>{children}</Text>
    </View>
  );
}

/** `wide`: the cell that takes what is left; the last one otherwise. */
export function Row({ cells, wide = cells.length - 1 }: { cells: string[]; wide?: number }) {
  return (
    <View style={styles.fact} wrap={false}>
      {cells.map((cell, i) => (
        <Text key={i} style={i === wide ? styles.said : i === 0 && wide === 1 ? styles.code : styles.cell}>
          {cell}
        </Text>
      ))}
    </View>
  );
}

const [ink, quiet, line] = ["#14181b", "#454f56", "#d7dee0"];
export const styles = StyleSheet.create({
  page: {
    fontFamily: printFont,
    fontSize: 8.5,
    lineHeight: 1.4,
    color: ink,
    paddingTop: 40,
    paddingBottom: 50,
    paddingHorizontal: 48,
  },
  company: { color: quiet, marginBottom: 3 },
  title: { fontSize: 17, fontWeight: 600, lineHeight: 1.25, marginBottom: 5 },
  lead: { fontSize: 10, marginBottom: 6 },
  text: { marginBottom: 4 },
  heading: { fontSize: 11, fontWeight: 600, marginTop: 10, marginBottom: 4 },
  fact: { flexDirection: "row", paddingVertical: 2, borderTopWidth: 0.5, borderColor: line },
  term: { width: 112, paddingRight: 8, color: quiet },
  code: { width: 34, color: quiet },
  cell: { width: 126, paddingRight: 8 },
  said: { flex: 1, paddingRight: 8 },
  // From the top: a foot that is placed from the bottom of the page disappears (react-pdf 4.9).
  foot: { position: "absolute", top: 804, left: 48, right: 48, fontSize: 7.5, color: quiet },
});
