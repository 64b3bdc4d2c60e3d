import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { printFont } from "#app/platform/pdf.server.ts";
import type { Letter } from "./bridge-letter-draft.ts";
import { type CalendarDay, sayDay } from "./days.ts";

type Signing = { signer: string; signerTitle: string; drawnUpOn: CalendarDay };

export async function bridgeLetterPdf(letter: Letter, signing: Signing): Promise<Buffer> {
  return renderToBuffer(<BridgeLetter letter={letter} signing={signing} />);
}

function BridgeLetter({ letter, signing }: { letter: Letter; signing: Signing }) {
  const foot = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
    `Draft of ${sayDay(signing.drawnUpOn)}, made from the record for management to read, correct and sign. It says nothing until it is signed. Page ${pageNumber} of ${totalPages}`;
  return (
    <Document title={letter.subject} author={letter.from} language="en">
      <Page size="A4" style={styles.page}>
        <Text style={styles.from}>{letter.from}</Text>
        {letter.address.map((line, at) => (
          <Text key={at} style={styles.quiet}>
            {line}
          </Text>
        ))}
        <Text style={styles.title}>{letter.subject}</Text>
        <Text style={styles.text}>To those who rely on the report</Text>
        <View style={styles.facts}>
          {letter.facts
            .filter(([, said]) => said !== "")
            .map(([term, said]) => (
              <View key={term} style={styles.fact} wrap={false}>
                <Text style={styles.term}>{term}</Text>
                <Text style={styles.said}>{said}</Text>
              </View>
            ))}
        </View>
        {[...letter.statement, ...letter.caveats].map((paragraph, at) => (
          <Text key={at} style={styles.text}>
            {paragraph}
          </Text>
        ))}
        <SignatureBlock from={letter.from} signing={signing} />
        <Text style={styles.foot} render={foot} fixed />
      </Page>
    </Document>
  );
}

function SignatureBlock({ from, signing }: { from: string; signing: Signing }) {
  return (
    <View wrap={false}>
      <Text style={styles.for}>For the management of {from}</Text>
      <View style={styles.lines}>
        <View style={styles.line}>
          <Text>{signing.signer}</Text>
          <Text style={styles.quiet}>{signing.signerTitle}</Text>
        </View>
        <View style={styles.line}>
          <Text>Place and date of signature</Text>
        </View>
      </View>
    </View>
  );
}

const [ink, quiet, rule] = ["#14181b", "#454f56", "#d7dee0"];
const styles = StyleSheet.create({
  page: {
    fontFamily: printFont,
    fontSize: 10,
    lineHeight: 1.4,
    color: ink,
    paddingTop: 56,
    paddingBottom: 72,
    paddingHorizontal: 64,
  },
  from: { fontSize: 12, fontWeight: 600 },
  quiet: { color: quiet },
  title: { fontSize: 15, fontWeight: 600, lineHeight: 1.3, marginTop: 22, marginBottom: 10 },
  text: { marginBottom: 7 },
  facts: { marginTop: 2, marginBottom: 12, borderBottomWidth: 0.5, borderColor: rule },
  fact: { flexDirection: "row", paddingVertical: 3, borderTopWidth: 0.5, borderColor: rule },
  term: { width: 120, paddingRight: 10, color: quiet },
  said: { flex: 1 },
  for: { marginTop: 14 },
  lines: { flexDirection: "row", gap: 28, marginTop: 42 },
  line: { flex: 1, borderTopWidth: 0.8, borderColor: ink, paddingTop: 4 },
  // From the top: a foot that is placed from the bottom of the page disappears (react-pdf 4.9).
  foot: { position: "absolute", top: 792, left: 64, right: 64, fontSize: 7.5, color: quiet },
});
