import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { printFont } from "#app/platform/pdf.server.ts";
import { withShortForm } from "#app/domain/questionnaires/formats/plan-writes.ts";
import { type AnswerDocument, type AnsweredQuestion, numberOf } from "./answer-document.ts";

/** The printable form: what was asked and what is answered, by section, and nothing else. */
export async function answersAsPdf(document: AnswerDocument): Promise<Buffer> {
  return renderToBuffer(<Answers {...document} />);
}

const styles = StyleSheet.create({
  page: {
    fontFamily: printFont,
    fontSize: 9.5,
    lineHeight: 1.45,
    paddingTop: 48,
    paddingBottom: 56,
    paddingHorizontal: 52,
  },
  vendor: { fontSize: 9, color: "#454f56", marginBottom: 4 },
  title: { fontSize: 18, fontWeight: 600, lineHeight: 1.25, marginBottom: 6 },
  facts: { color: "#454f56", marginBottom: 16 },
  section: {
    fontSize: 11.5,
    fontWeight: 600,
    marginTop: 14,
    marginBottom: 4,
    borderBottomWidth: 1,
    borderColor: "#778287",
    paddingBottom: 3,
  },
  row: { flexDirection: "row", paddingVertical: 5, borderBottomWidth: 0.5, borderColor: "#d7dee0" },
  ref: { width: 58, color: "#454f56", paddingRight: 6 },
  words: { flex: 1 },
  question: { fontWeight: 600, marginBottom: 2 },
  blank: { color: "#5d666d" },
  // From the top: a foot that is placed from the bottom of the page disappears (react-pdf 4.9).
  foot: { position: "absolute", top: 804, left: 52, right: 52, fontSize: 8, color: "#5d666d" },
});

function Answers({ vendor, title, account, releasedAt, questions }: AnswerDocument) {
  const answered = questions.filter(({ text }) => text !== null).length;
  const blank = questions.length - answered;
  const released = releasedAt ? `Released ${dayOf(releasedAt)}${account ? ` to ${account}` : ""}` : "Not released";
  const foot = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
    `${released}. Page ${pageNumber} of ${totalPages}`;
  return (
    <Document title={`${title}: answers${vendor ? ` by ${vendor}` : ""}`} author={vendor ?? undefined} language="en">
      <Page size="A4" style={styles.page}>
        {vendor && <Text style={styles.vendor}>{vendor}</Text>}
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.facts}>
          {released}. {questions.length} questions: {answered} answered, {blank} left blank.
        </Text>
        {bySection(questions).map(({ section, own }, at) => (
          <SectionRows key={at} section={section} own={own} />
        ))}
        <Text style={styles.foot} render={foot} fixed />
      </Page>
    </Document>
  );
}

/** A heading stays with the first question below it. */
function SectionRows({ section, own: [first, ...others] }: { section: string; own: AnsweredQuestion[] }) {
  return (
    <View>
      <View wrap={isLong(first!)}>
        {section !== "" && <Text style={styles.section}>{section}</Text>}
        <QuestionRow question={first!} />
      </View>
      {others.map((question) => (
        <QuestionRow key={question.position} question={question} />
      ))}
    </View>
  );
}

/** Longer than a part of a page that may stay empty. */
const isLong = ({ question, text }: AnsweredQuestion) => question.length + (text?.length ?? 0) > 1_500;

function QuestionRow({ question: one }: { question: AnsweredQuestion }) {
  const { question, short, text } = one;
  return (
    <View style={styles.row} wrap={isLong(one)}>
      <Text style={styles.ref}>{numberOf(one)}</Text>
      <View style={styles.words}>
        <Text style={styles.question}>{question}</Text>
        {text === null ? <Text style={styles.blank}>Left blank</Text> : <Text>{withShortForm(short, text)}</Text>}
      </View>
    </View>
  );
}

function bySection(questions: AnsweredQuestion[]): { section: string; own: AnsweredQuestion[] }[] {
  const groups: { section: string; own: AnsweredQuestion[] }[] = [];
  for (const question of questions) {
    const section = question.section ?? "";
    const last = groups.at(-1);
    if (last?.section === section) last.own.push(question);
    else groups.push({ section, own: [question] });
  }
  return groups;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dayOf = (date: Date) => `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
