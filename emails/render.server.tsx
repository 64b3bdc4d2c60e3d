import { render } from "@react-email/render";
import type { ReactElement } from "react";
import { acceptedSubject, GrantRevokedMail, NdaAcceptedMail, revokedSubject } from "./access.tsx";
import { EndingSoonMail, endingSoonSubject } from "./endings.tsx";
import * as questionnaires from "./questionnaires.tsx";
import * as requests from "./requests.tsx";
import { inviteSubject, SignInMail, signInSubject, StaffInviteMail } from "./sign-in.tsx";
import type { MailProps, MailTemplate } from "./templates.ts";

type Mail<Template extends MailTemplate> = {
  subject: (props: MailProps[Template]) => string;
  body: (props: MailProps[Template]) => ReactElement;
};

const mails: { [Template in MailTemplate]: Mail<Template> } = {
  "sign-in": { subject: signInSubject, body: SignInMail },
  "staff-invite": { subject: inviteSubject, body: StaffInviteMail },
  "request-received": { subject: requests.receivedSubject, body: requests.RequestReceivedMail },
  "request-waiting": { subject: requests.waitingSubject, body: requests.RequestWaitingMail },
  "request-approved": { subject: requests.approvedSubject, body: requests.RequestApprovedMail },
  "request-declined": { subject: requests.declinedSubject, body: requests.RequestDeclinedMail },
  "more-info-asked": { subject: requests.moreInfoSubject, body: requests.MoreInfoAskedMail },
  "nda-accepted": { subject: acceptedSubject, body: NdaAcceptedMail },
  "grant-revoked": { subject: revokedSubject, body: GrantRevokedMail },
  "ending-soon": { subject: endingSoonSubject, body: EndingSoonMail },
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

/** A subject is one line, whatever a name in it holds. */
const oneLine = (text: string) => text.replace(/[\r\n\t]+/g, " ").slice(0, 200);

export async function renderMail<Template extends MailTemplate>(template: Template, props: MailProps[Template]) {
  const { subject, body: Body } = mails[template] as unknown as Mail<Template>;
  const element = Body(props);
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  return { subject: oneLine(subject(props)), html, text };
}
