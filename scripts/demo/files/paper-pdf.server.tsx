import { createRequire } from "node:module";
import {
  Circle,
  ClipPath,
  Defs,
  Document,
  Font,
  Page,
  Rect,
  StyleSheet,
  Svg,
  Text,
  View,
  renderToBuffer,
} from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { company } from "../content/company.ts";
import type { Block, Paper, Section, Table } from "./paper.ts";

const require = createRequire(import.meta.url);
const INK = "#161f26";
const FAINT = "#5d666d";
const LINE = "#d7dee0";

const font = (weight: string) => require.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`);

Font.register({
  family: "Noto Sans",
  fonts: [
    { src: font("400Regular") },
    { src: font("400Regular_Italic"), fontStyle: "italic" },
    { src: font("600SemiBold"), fontWeight: 600 },
  ],
});
Font.registerHyphenationCallback((word) => [word]);

const styles = StyleSheet.create({
  page: {
    paddingTop: 74,
    paddingBottom: 66,
    paddingHorizontal: 58,
    fontFamily: "Noto Sans",
    fontSize: 9.5,
    color: INK,
    lineHeight: 1.45,
  },
  header: {
    position: "absolute",
    top: 30,
    left: 58,
    right: 58,
    flexDirection: "row",
    alignItems: "center",
    borderBottom: `0.6pt solid ${LINE}`,
    paddingBottom: 7,
    fontSize: 8,
    color: FAINT,
  },
  headerName: { color: INK, fontWeight: 600, marginLeft: 5, flexGrow: 1 },
  footer: {
    position: "absolute",
    top: 787,
    left: 58,
    right: 58,
    flexDirection: "row",
    justifyContent: "space-between",
    borderTop: `0.6pt solid ${LINE}`,
    paddingTop: 6,
    fontSize: 7.5,
    color: FAINT,
  },
  coverBand: {
    backgroundColor: company.brandColor,
    marginHorizontal: -58,
    marginTop: -74,
    padding: 58,
    paddingTop: 120,
    paddingBottom: 54,
    color: "#ffffff",
  },
  coverTitle: { fontSize: 28, fontWeight: 600, lineHeight: 1.2, marginTop: 26 },
  coverSubtitle: { fontSize: 13, marginTop: 8 },
  headTitle: { fontSize: 20, fontWeight: 600, lineHeight: 1.2 },
  headSubtitle: { fontSize: 11, color: FAINT, marginTop: 3, marginBottom: 12 },
  sectionTitle: { fontSize: 13.5, fontWeight: 600, marginTop: 16, marginBottom: 6, lineHeight: 1.25 },
  heading: { fontWeight: 600, marginTop: 8, marginBottom: 3 },
  paragraph: { marginBottom: 6 },
  item: { flexDirection: "row", marginBottom: 3, paddingLeft: 4 },
  bullet: { width: 12 },
  itemText: { flex: 1 },
  note: { borderLeft: `2pt solid ${company.brandColor}`, backgroundColor: "#f3f4fa", padding: 9, marginVertical: 7 },
  facts: { marginVertical: 7 },
  firstFact: { borderTop: "0.6pt solid #778287" },
  fact: { flexDirection: "row", borderBottom: `0.6pt solid ${LINE}`, paddingVertical: 4 },
  term: { width: 128, color: FAINT },
  table: { marginVertical: 7, fontSize: 8, lineHeight: 1.35 },
  row: { flexDirection: "row", borderBottom: `0.6pt solid ${LINE}`, paddingVertical: 4 },
  headRow: {
    flexDirection: "row",
    borderBottom: `0.8pt solid #778287`,
    paddingVertical: 4,
    fontWeight: 600,
    color: FAINT,
  },
  cell: { paddingRight: 8 },
  signature: { marginTop: 20 },
  signatureLine: { width: 190, borderBottom: `0.6pt solid ${FAINT}`, marginTop: 26, marginBottom: 5 },
});

export function renderPaper(paper: Paper): Promise<Buffer> {
  return renderToBuffer(
    <Document
      title={`${company.name}: ${paper.title}`}
      author={company.legalName}
      subject="Sample document of an invented company"
      language="en-GB"
    >
      {paper.cover === "page" && <CoverPage paper={paper} />}
      {pages(paper.sections).map((sections, i) => (
        <PaperPage key={i} paper={paper}>
          {i === 0 && paper.cover === "head" && <Head paper={paper} />}
          {sections.map((section) => (
            <SectionPart key={section.title} section={section} />
          ))}
        </PaperPage>
      ))}
    </Document>,
  );
}

/** One flow of pages for each section that starts a page: the renderer's time grows faster than a flow's length. */
function pages(sections: Section[]): Section[][] {
  const flows: Section[][] = [];
  for (const section of sections) {
    if (section.startsPage || flows.length === 0) flows.push([]);
    flows.at(-1)!.push(section);
  }
  return flows;
}

function PaperPage({ paper, children }: { paper: Paper; children: ReactNode }) {
  return (
    <Page size="A4" style={styles.page} wrap>
      <View style={styles.header} fixed>
        <Mark size={13} />
        <Text style={styles.headerName}>{company.name}</Text>
        <Text>
          {paper.title} · {paper.handling}
        </Text>
      </View>
      <Footer />
      {children}
    </Page>
  );
}

function CoverPage({ paper }: { paper: Paper }) {
  return (
    <Page size="A4" style={styles.page}>
      <Footer />
      <View style={styles.coverBand}>
        <Mark size={46} inverted />
        <Text style={styles.coverTitle}>{paper.title}</Text>
        <Text style={styles.coverSubtitle}>{paper.subtitle}</Text>
      </View>
      <View style={{ marginTop: 30 }}>
        <Facts facts={[...paper.facts, ["Handling", paper.handling]]} />
      </View>
      <Text style={styles.sectionTitle}>Contents</Text>
      {paper.sections.filter(isChapter).map((section) => (
        <Text key={section.title} style={{ marginBottom: 3 }}>
          {section.title}
        </Text>
      ))}
    </Page>
  );
}

function isChapter(section: Section): boolean {
  return !/^\d+\.\d/.test(section.title);
}

function Head({ paper }: { paper: Paper }) {
  return (
    <View>
      <Text style={styles.headTitle}>{paper.title}</Text>
      <Text style={styles.headSubtitle}>{paper.subtitle}</Text>
      {paper.facts.length > 0 && <Facts facts={paper.facts} />}
    </View>
  );
}

function Footer() {
  return (
    <View style={styles.footer} fixed>
      <Text>Sample document of an invented company. {company.legalName} does not exist.</Text>
      <Text render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
    </View>
  );
}

function SectionPart({ section }: { section: Section }) {
  return (
    <>
      <Text style={styles.sectionTitle} minPresenceAhead={90}>
        {section.title}
      </Text>
      {section.blocks.map((block, i) => (
        <BlockPart key={i} block={block} />
      ))}
    </>
  );
}

function BlockPart({ block }: { block: Block }) {
  if (typeof block === "string") return <Text style={styles.paragraph}>{block}</Text>;
  if ("heading" in block)
    return (
      <Text style={styles.heading} minPresenceAhead={40}>
        {block.heading}
      </Text>
    );
  if ("note" in block)
    return (
      <View style={styles.note} wrap={false}>
        <Text>{block.note}</Text>
      </View>
    );
  if ("list" in block) return <List items={block.list} />;
  if ("facts" in block) return <Facts facts={block.facts} />;
  if ("table" in block) return <TablePart table={block.table} />;
  return <Signature {...block.signature} />;
}

function List({ items }: { items: string[] }) {
  return (
    <View style={{ marginBottom: 5 }}>
      {items.map((item) => (
        <View key={item} style={styles.item} wrap={false}>
          <Text style={styles.bullet}>•</Text>
          <Text style={styles.itemText}>{item}</Text>
        </View>
      ))}
    </View>
  );
}

function Facts({ facts }: { facts: [string, string][] }) {
  return (
    <View style={styles.facts}>
      {facts.map(([term, value], i) => (
        <View key={term} style={i === 0 ? [styles.fact, styles.firstFact] : styles.fact} wrap={false}>
          <Text style={styles.term}>{term}</Text>
          <Text style={styles.itemText}>{value}</Text>
        </View>
      ))}
    </View>
  );
}

function TablePart({ table }: { table: Table }) {
  return (
    <View style={styles.table}>
      <View style={styles.headRow} fixed minPresenceAhead={46}>
        <Cells texts={table.head} widths={table.widths} />
      </View>
      {table.rows.map((row) => (
        <View key={row.join()} style={styles.row} wrap={false}>
          <Cells texts={row} widths={table.widths} />
        </View>
      ))}
    </View>
  );
}

function Cells({ texts, widths }: { texts: string[]; widths: number[] }) {
  return texts.map((text, i) => (
    <Text key={i} style={[styles.cell, { width: `${widths[i]}%` }]}>
      {text}
    </Text>
  ));
}

function Signature({ place, date, name, title }: { place: string; date: string; name: string; title: string }) {
  return (
    <View style={styles.signature} wrap={false}>
      <Text>
        {place}, {date}
      </Text>
      <View style={styles.signatureLine} />
      <Text style={{ fontWeight: 600 }}>{name}</Text>
      <Text style={{ color: FAINT }}>{title}</Text>
    </View>
  );
}

/** The mark of `make-logo.ts`, drawn as vectors. */
function Mark({ size, inverted = false }: { size: number; inverted?: boolean }) {
  const tile = inverted ? "#ffffff" : company.brandColor;
  const drawing = inverted ? company.brandColor : "#ffffff";
  return (
    <Svg viewBox="0 0 512 512" width={size} height={size}>
      <Defs>
        <ClipPath id="above">
          <Rect x={0} y={0} width={512} height={228} />
        </ClipPath>
      </Defs>
      <Rect x={0} y={0} width={512} height={512} rx={112} fill={tile} />
      <Circle cx={256} cy={228} r={128} fill={drawing} clipPath="url(#above)" />
      <Rect x={84} y={260} width={344} height={32} rx={16} fill={drawing} />
      <Rect x={132} y={320} width={248} height={32} rx={16} fill={drawing} />
      <Rect x={188} y={380} width={136} height={32} rx={16} fill={drawing} />
    </Svg>
  );
}
