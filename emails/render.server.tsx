import { render } from "@react-email/render";
import type { ReactElement } from "react";
import * as access from "./access.tsx";
import * as answers from "./answers.tsx";
import { CopyRefusedMail, refusedCopySubject } from "./copies.tsx";
import { EndingSoonMail, endingSoonSubject } from "./endings.tsx";
import * as questionnaires from "./questionnaires.tsx";
import * as requests from "./requests.tsx";
import { inviteSubject, SignInMail, signInSubject, StaffInviteMail } from "./sign-in.tsx";
import * as subscriptions from "./subscriptions.tsx";
import type { MailProps, MailTemplate } from "./templates.ts";

type Mail<Template extends MailTemplate> = {
  subject: (props: MailProps[Template]) => string;
  body: (props: MailProps[Template]) => ReactElement;
  headers?: (props: MailProps[Template]) => Record<string, string>;
};

const mails: { [Template in MailTemplate]: Mail<Template> } = {
  "sign-in": { subject: signInSubject, body: SignInMail },
  "staff-invite": { subject: inviteSubject, body: StaffInviteMail },
  "request-received": { subject: requests.receivedSubject, body: requests.RequestReceivedMail },
  "request-waiting": { subject: requests.waitingSubject, body: requests.RequestWaitingMail },
  "request-judged": { subject: requests.judgedSubject, body: requests.RequestJudgedMail },
  "request-approved": { subject: requests.approvedSubject, body: requests.RequestApprovedMail },
  "request-declined": { subject: requests.declinedSubject, body: requests.RequestDeclinedMail },
  "more-info-asked": { subject: requests.moreInfoSubject, body: requests.MoreInfoAskedMail },
  "nda-accepted": { subject: access.acceptedSubject, body: access.NdaAcceptedMail },
  "grant-revoked": { subject: access.revokedSubject, body: access.GrantRevokedMail },
  "grant-term-changed": { subject: access.termSubject, body: access.GrantTermChangedMail },
  "document-replaced": { subject: access.replacedSubject, body: access.DocumentReplacedMail },
  "holders-told": { subject: access.holdersSubject, body: access.HoldersToldMail },
  "copy-refused": { subject: refusedCopySubject, body: CopyRefusedMail },
  "answers-stale": { subject: answers.staleSubject, body: answers.AnswersStaleMail },
  "answer-corrected": { subject: answers.correctedSubject, body: answers.AnswerCorrectedMail },
  "ending-soon": { subject: endingSoonSubject, body: EndingSoonMail },
  "subscription-asked": { subject: subscriptions.askedSubject, body: subscriptions.SubscriptionAskedMail },
  "update-published": {
    subject: subscriptions.updateSubject,
    body: subscriptions.UpdatePublishedMail,
    headers: ({ subscription }) => oneClickHeaders(subscription),
  },
  "subprocessors-changed": {
    subject: subscriptions.subprocessorsSubject,
    body: subscriptions.SubprocessorsChangedMail,
    headers: ({ subscription }) => oneClickHeaders(subscription),
  },
  "questionnaire-received": {
    subject: questionnaires.questionnaireReceivedSubject,
    body: questionnaires.QuestionnaireReceivedMail,
  },
  "questionnaire-waiting": {
    subject: questionnaires.questionnaireWaitingSubject,
    body: questionnaires.QuestionnaireWaitingMail,
  },
  "questionnaire-released": {
    subject: questionnaires.questionnaireReleasedSubject,
    body: questionnaires.QuestionnaireReleasedMail,
  },
};

/** RFC 8058: the provider's own button ends the subscription by a POST to this address. */
function oneClickHeaders(subscription: { endLink: string } | null): Record<string, string> {
  if (!subscription) return {};
  return { "List-Unsubscribe": `<${subscription.endLink}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** A subject is one line, whatever a name in it holds. */
const oneLine = (text: string) => text.replace(/[\r\n\t]+/g, " ").slice(0, 200);

export async function renderMail<Template extends MailTemplate>(template: Template, props: MailProps[Template]) {
  const { subject, body: Body, headers } = mails[template] as unknown as Mail<Template>;
  const element = Body(props);
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  return { subject: oneLine(subject(props)), html, text, headers: headers?.(props) ?? {} };
}
