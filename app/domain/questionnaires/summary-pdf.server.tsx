import { createRequire } from "node:module";
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { vendorName } from "#app/domain/access/vendor.server.ts";
import type { Prospect } from "#app/domain/accounts/people.ts";

const resolve = createRequire(import.meta.url).resolve;
const font = (style: string) => resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`);

Font.register({
  family: "Noto Sans",
  fonts: [
    { src: font("400Regular"), fontWeight: 400 },
    { src: font("600SemiBold"), fontWeight: 600 },
  ],
});
/** Words stay whole; only an address or a hash that no line can hold is broken. */
Font.registerHyphenationCallback((word) => (word.length > 32 ? (word.match(/.{1,32}/g) ?? [word]) : [word]));

type Answered = {
  ref: string | null;
  position: number;
  section: string | null;
  question: string;
  short: string | null;
  text: string | null;
};

/** A printable summary of a released questionnaire: what was asked and what was delivered, and nothing else. */
export async function makeSummaryPdf(
  db: Db,
  id: string,
  prospect: Prospect | null,
): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }> {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .leftJoin("companyAccount", "companyAccount.id", "questionnaire.companyAccountId")
    .select(["questionnaire.id", "title", "fileName", "releasedAt", "companyAccount.name as accountName"])
    .where("questionnaire.id", "=", id)
    .where("state", "=", "released")
    .$if(prospect !== null, (query) => query.where("questionnaire.companyAccountId", "=", prospect!.companyAccountId))
    .executeTakeFirst();
  if (!questionnaire) throw new NotFound("questionnaires.not-found", "There is no such questionnaire.");
  const questions = await listDelivered(db, id);
  const vendor = await vendorName(db);
  const bytes = await renderToBuffer(
    <Summary
      vendor={vendor}
      title={questionnaire.title}
      account={questionnaire.accountName}
      releasedAt={questionnaire.releasedAt!}
      questions={questions}
    />,
  );
  return {
    bytes,
    mediaType: "application/pdf",
    fileName: questionnaire.fileName.replace(/(\.[^.]+)?$/, "-summary.pdf"),
  };
}

async function listDelivered(db: Db, id: string): Promise<Answered[]> {
  return db
    .selectFrom("question")
    .leftJoin("deliveredAnswer", "deliveredAnswer.questionId", "question.id")
    .select([
      "ref",
      "position",
      "section",
      "question.text as question",
      "deliveredAnswer.short",
      "deliveredAnswer.text",
    ])
    .where("question.questionnaireId", "=", id)
    .orderBy("position")
    .execute();
}

const styles = StyleSheet.create({
  page: {
    fontFamily: "Noto Sans",
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
  foot: {
    position: "absolute",
    bottom: 26,
    left: 52,
    right: 52,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 8,
    color: "#5d666d",
  },
});

type SummaryProps = { vendor: string; title: string; account: string | null; releasedAt: Date; questions: Answered[] };

function Summary({ vendor, title, account, releasedAt, questions }: SummaryProps) {
  const answered = questions.filter(({ text }) => text !== null).length;
  const blank = questions.length - answered;
  const released = `Released ${dayOf(releasedAt)}${account ? ` to ${account}` : ""}`;
  return (
    <Document title={`${title}: answers by ${vendor}`} author={vendor} language="en">
      <Page size="A4" style={styles.page}>
        <Text style={styles.vendor}>{vendor}</Text>
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.facts}>
          {released}. {questions.length} questions: {answered} answered, {blank} left blank.
        </Text>
        {bySection(questions).map(({ section, own }, at) => (
          <View key={at}>
            {section !== "" && (
              <Text style={styles.section} minPresenceAhead={60}>
                {section}
              </Text>
            )}
            {own.map((question) => (
              <QuestionRow key={question.position} question={question} />
            ))}
          </View>
        ))}
        <View style={styles.foot} fixed>
          <Text>{released}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} of ${totalPages}`} />
        </View>
      </Page>
    </Document>
  );
}

function QuestionRow({ question: { ref, position, question, short, text } }: { question: Answered }) {
  return (
    <View style={styles.row} wrap={(text?.length ?? 0) > 1_500}>
      <Text style={styles.ref}>{ref ?? position + 1}</Text>
      <View style={styles.words}>
        <Text style={styles.question}>{question}</Text>
        {text === null ? <Text style={styles.blank}>Left blank</Text> : <Text>{sentence(short, text)}</Text>}
      </View>
    </View>
  );
}

/** The short form in front, unless the text opens with it anyway. */
function sentence(short: string | null, text: string): string {
  return short === null || text.toLowerCase().startsWith(short.toLowerCase()) ? text : `${short}. ${text}`;
}

function bySection(questions: Answered[]): { section: string; own: Answered[] }[] {
  const groups: { section: string; own: Answered[] }[] = [];
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
