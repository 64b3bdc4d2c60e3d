import { MailLayout, P } from "./layout.tsx";
import type { MailProps } from "./templates.ts";

/** The soonest is named, so that the list of mails already says what is urgent. */
export function endingSoonSubject({ endings: [first, ...others] }: MailProps["ending-soon"]) {
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return `Ends on ${first!.when}: ${first!.title}${more}`;
}

export function EndingSoonMail({ endings, link }: MailProps["ending-soon"]) {
  const count = endings.length;
  return (
    <MailLayout
      company="Staff"
      preview="Plan what comes next before the last day."
      title={count === 1 ? "1 thing on record ends soon" : `${count} things on record end soon`}
      action={{ label: "Open the reports", link }}
      why="You get this mail because you work in security or as an admin of the trust center. It names each end 90, 30 and 7 days before."
    >
      <P>Plan what comes next: a report, a letter or an audit.</P>
      {endings.map(({ title, when, then }) => (
        <P key={`${title} ${when}`}>
          <b>{title}</b>
          <br />
          Last day: {when}. {then}
        </P>
      ))}
    </MailLayout>
  );
}
