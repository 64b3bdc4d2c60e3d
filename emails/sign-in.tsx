import { Code, MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

export const signInSubject = ({ company, code }: MailProps["sign-in"]) =>
  `${code} is your code for ${company}'s trust center`;

export function SignInMail({ company, code, link, minutes, purpose }: MailProps["sign-in"]) {
  return (
    <MailLayout
      company={company}
      preview={`Enter ${code} where you asked for it.`}
      title={purpose === "request" ? "Confirm your address" : "Sign in"}
      action={{ label: "Continue in the same browser", link }}
    >
      <P>Enter this code on the page where you asked for it:</P>
      <Code>{code}</Code>
      <P>
        It works once, for {minutes} minutes. Nothing is opened until you enter it. If you did not ask for it, there is
        nothing to do.
      </P>
    </MailLayout>
  );
}

export const inviteSubject = ({ company }: MailProps["staff-invite"]) => `Join ${company}'s trust center staff`;

export function StaffInviteMail({ company, name, role, invitedBy, link, hours }: MailProps["staff-invite"]) {
  return (
    <MailLayout
      company={company}
      preview={`${invitedBy} invited you.`}
      title={`${name}, choose a password`}
      action={{ label: "Choose a password", link }}
    >
      <P>
        {invitedBy} invited you to {company}’s trust center with the role {role}. The link works once, for {hours}{" "}
        hours.
      </P>
    </MailLayout>
  );
}
