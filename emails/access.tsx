import { MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

export const acceptedSubject = ({ company, ndaNumber }: MailProps["nda-accepted"]) =>
  `You accepted ${company}'s NDA, version ${ndaNumber}`;

export function NdaAcceptedMail({ company, ndaTitle, ndaNumber, acceptedAt, link }: MailProps["nda-accepted"]) {
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
