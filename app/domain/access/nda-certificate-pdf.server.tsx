import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { printFont, printFontsFor } from "#app/platform/pdf.server.ts";
import { printableText } from "#app/domain/documents/names.ts";
import { hasGlyph } from "#app/domain/documents/stamp-fonts.server.ts";
import { runsOf } from "#app/domain/documents/text-runs.ts";
import type { Acceptance } from "./acceptance-record.server.ts";

const styles = StyleSheet.create({
  page: { padding: 48, paddingBottom: 56, fontFamily: printFont, fontSize: 8.8, lineHeight: 1.35, color: "#161f26" },
  title: { fontSize: 20, fontWeight: 600, lineHeight: 1.25, marginBottom: 6 },
  lead: { fontSize: 10.5, marginBottom: 6 },
  head: { fontSize: 10.5, fontWeight: 600, marginTop: 11, marginBottom: 3 },
  row: { flexDirection: "row", borderTop: "0.6pt solid #d7dee0", paddingVertical: 3 },
  term: { width: 130, paddingRight: 12, color: "#454f56" },
  value: { flex: 1 },
  paragraph: { marginBottom: 7 },
  quiet: { color: "#454f56" },
  foot: { position: "absolute", top: 802, left: 48, right: 48, fontSize: 8, color: "#5d666d" },
});

const oneLine = (text: string) => text.normalize("NFC").replace(/\s/gu, " ");
const canPrint = (text: string) => runsOf(oneLine(text), hasGlyph) !== null;

const unprintable = "(written in characters that cannot be printed here; the record holds them)";

function printed(text: string): string {
  if (canPrint(text)) return text.normalize("NFC");
  const letters = printableText(text, hasGlyph);
  return letters ? `${letters} (in Latin letters; the record holds it as it was written)` : unprintable;
}

/** The fonts of the scripts in which the parts of an acceptance are written, besides our own. */
function fontsFor(acceptance: Acceptance, vendor: string): string[] {
  const texts = [...Object.values(acceptance), vendor].filter((part) => typeof part === "string");
  const lines = texts.flatMap((text) => text.split("\n"));
  return printFontsFor(
    new Set(lines.flatMap((line) => (runsOf(oneLine(line), hasGlyph) ?? []).map(({ font }) => font))),
  );
}

const utc = (at: Date | string) => `${new Date(at).toISOString().replace("T", " ").replace("Z", "")} UTC`;

/**
 * The certificate of one acceptance: everything that the seal covers, and the text that was accepted. A name that the
 * fonts cannot print is written in Latin letters or said to be on the record; it is never drawn as boxes.
 */
export async function acceptanceCertificate(acceptance: Acceptance, vendor: string): Promise<Buffer> {
  return renderToBuffer(<Certificate acceptance={acceptance} vendor={vendor} />);
}

function Certificate({ acceptance, vendor }: { acceptance: Acceptance; vendor: string }) {
  const signer = canPrint(acceptance.fullName) ? printed(acceptance.fullName) : acceptance.email;
  const page = { ...styles.page, fontFamily: fontsFor(acceptance, vendor) };
  const foot = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
    `Acceptance ${acceptance.id}, page ${pageNumber} of ${totalPages}`;
  return (
    <Document
      title={`Certificate of acceptance, ${acceptance.ndaTitle}, version ${acceptance.ndaNumber}`}
      author={vendor}
      creationDate={acceptance.acceptedAt}
      modificationDate={acceptance.acceptedAt}
    >
      <Page size="A4" style={page}>
        <Text style={styles.title}>Certificate of acceptance</Text>
        <Text style={styles.lead}>
          {signer} accepted the {printed(acceptance.ndaTitle)}, version {acceptance.ndaNumber}, of {printed(vendor)} for{" "}
          {printed(acceptance.company)} on {utc(acceptance.acceptedAt)}.
        </Text>
        {factsOf(acceptance).map(({ title, facts }) => (
          <View key={title} wrap={false}>
            <Text style={styles.head}>{title}</Text>
            {facts.map(([term, value]) => (
              <View key={term} style={styles.row}>
                <Text style={styles.term}>{term}</Text>
                <Text style={styles.value}>{printed(value)}</Text>
              </View>
            ))}
          </View>
        ))}
        <Text style={styles.foot} render={foot} fixed />
      </Page>
      <Page size="A4" style={page}>
        <Text style={styles.title}>The agreement as accepted</Text>
        <Text style={[styles.paragraph, styles.quiet]}>
          {acceptance.ndaFormat === "pdf"
            ? `The agreement is a PDF. It is kept as it was accepted, and is in the evidence of this acceptance. Its SHA-256 is ${acceptance.ndaSha256}.`
            : `Below is the text as it is kept, in Markdown. Its SHA-256 is ${acceptance.ndaSha256}.`}
        </Text>
        {acceptance.ndaBody.split(/\n{2,}/).map((paragraph, at) => (
          <Text key={at} style={styles.paragraph}>
            {printed(paragraph)}
          </Text>
        ))}
        <Text style={styles.foot} render={foot} fixed />
      </Page>
    </Document>
  );
}

type FactGroup = { title: string; facts: [string, string][] };

function factsOf(acceptance: Acceptance): FactGroup[] {
  return [
    {
      title: "Who accepted",
      facts: [
        ["Full name", acceptance.fullName],
        ["Title", acceptance.title],
        ["For", acceptance.company],
        ["Verified address", acceptance.email],
        ["Address proved by", proofIn(acceptance)],
        ["Authority", acceptance.authorised ? "Confirmed by a tick before accepting" : "Not confirmed"],
      ],
    },
    {
      title: "What was accepted",
      facts: [
        ["Agreement", `${acceptance.ndaTitle}, version ${acceptance.ndaNumber}`],
        ["SHA-256 of the text", acceptance.ndaSha256],
        ["SHA-256 of the page’s words", acceptance.pageSha256],
        ["Consent", acceptance.consentSentence],
        ["Button", acceptance.buttonLabel],
        [
          "Its obligations last",
          acceptance.obligationsUntil ? `until ${acceptance.obligationsUntil}` : "as its text says",
        ],
      ],
    },
    {
      title: "How it came about",
      facts: [
        ...acceptance.events.map(({ name, serverTime, clientTime }): [string, string] => [
          eventNames[name] ?? name,
          utc(serverTime) + (clientTime ? `; the browser’s clock said ${utc(clientTime)}` : ""),
        ]),
        ["IP address", acceptance.ipAddress],
        ["Browser", acceptance.userAgent],
        ["Session (SHA-256)", acceptance.sessionHash],
        ["Page, request", [acceptance.pageTemplate, acceptance.httpRequestId].filter(Boolean).join(", ") || "not kept"],
        ["Asked for", acceptance.purpose || "no request stood behind it"],
      ],
    },
    {
      title: "The record",
      facts: [
        ["Acceptance", acceptance.id],
        ["Seal", acceptance.seal],
        [
          "What the seal is",
          `SHA-256 over these and a few more fields in the encoding ${acceptance.sealFormat}; it is also on the audit trail`,
        ],
      ],
    },
  ];
}

function proofIn({ provedBy, provedAt }: Acceptance): string {
  return [provenBy[provedBy] ?? provedBy, provedAt && `at ${utc(provedAt)}`].filter(Boolean).join(", ");
}

const provenBy: Record<string, string> = {
  code: "a code sent to it and typed in the same browser",
  link: "a link sent to it and opened in the same browser",
};

const eventNames: Record<string, string> = {
  presented: "Shown",
  "file-sent": "File sent",
  "read-to-end": "Read to the end",
  "name-typed": "Name typed",
  "authority-confirmed": "Authority confirmed",
  accepted: "Accepted",
};
