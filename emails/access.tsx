import { MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

export const acceptedSubject = ({ company, ndaNumber }: MailProps["nda-accepted"]) =>
  `You accepted ${company}'s NDA, version ${ndaNumber}`;

export function NdaAcceptedMail(accepted: MailProps["nda-accepted"]) {
  const { company, ndaTitle, ndaNumber, acceptedAt, seal, link } = accepted;
  return (
    <MailLayout
      company={company}
      preview="Your documents are open. Keep the agreement and the certificate."
      title="Your documents are open"
      action={{ label: "Open your documents", link }}
    >
      <P>
        You accepted “{ndaTitle}”, version {ndaNumber}, on {acceptedAt}. The text as you accepted it and a certificate
        of acceptance are on the same page, now and later.
      </P>
      <P>Keep this mail: the seal of your acceptance is {seal}. Evidence that does not bear it is not yours.</P>
    </MailLayout>
  );
}

export const revokedSubject = ({ document }: MailProps["grant-revoked"]) => `Closed: ${document}`;

export function GrantRevokedMail({ company, document, reason, link }: MailProps["grant-revoked"]) {
  return (
    <MailLayout
      company={company}
      preview={reason}
      title={`${document} is closed for you`}
      action={{ label: "See your documents", link }}
    >
      <P>“{reason}”</P>
      <P>Your acceptance of the NDA stays on record, and its terms go on. Reply to this mail to talk to a person.</P>
    </MailLayout>
  );
}

export const termSubject = ({ document, until }: MailProps["grant-term-changed"]) => `Open until ${until}: ${document}`;

export function GrantTermChangedMail({ company, document, until, reason, link }: MailProps["grant-term-changed"]) {
  return (
    <MailLayout
      company={company}
      preview={`You can open it until ${until}.`}
      title={`${document} is open to you until ${until}`}
      action={{ label: "See your documents", link }}
    >
      <P>“{reason}”</P>
      <P>What you accepted for it stays as it was. Reply to this mail to talk to a person.</P>
    </MailLayout>
  );
}

export const replacedSubject = ({ document }: MailProps["document-replaced"]) => `A new version: ${document}`;

export function DocumentReplacedMail({ company, document, note, link }: MailProps["document-replaced"]) {
  return (
    <MailLayout
      company={company}
      preview="Copies that you have are of an earlier version."
      title={`There is a new version of ${document}`}
      action={{ label: "Open your documents", link }}
    >
      {note && <P>“{note}”</P>}
      <P>
        Copies that you have are of an earlier version. Your access is as it was: download the new one on your page.
      </P>
    </MailLayout>
  );
}

export const holdersSubject = ({ document }: MailProps["holders-told"]) => `About ${document}`;

export function HoldersToldMail({ company, document, message, link }: MailProps["holders-told"]) {
  return (
    <MailLayout
      company={company}
      preview={message}
      title={`About ${document}`}
      action={{ label: "See your documents", link }}
    >
      <P>“{message}”</P>
      <P>You get this because {document} is open to you. Reply to this mail to talk to a person.</P>
    </MailLayout>
  );
}
