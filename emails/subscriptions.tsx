import { Link } from "@react-email/components";
import type { ReactNode } from "react";
import { List, MailLayout, P } from "./layout.tsx";
import type { MailProps, SubscriptionLinks } from "./templates.ts";

export const askedSubject = ({ company }: MailProps["subscription-asked"]) =>
  `Confirm that you want updates from ${company}`;

export function SubscriptionAskedMail({ company, topics, link, hours }: MailProps["subscription-asked"]) {
  return (
    <MailLayout
      company={company}
      preview="One press of a button, and you get what you chose."
      title="Confirm your subscription"
      action={{ label: "Look at it and confirm", link }}
      why="You get this mail because somebody entered your address at our trust center. If it was not you, do nothing: without your confirmation nothing is sent."
    >
      <P>These topics were chosen for your address:</P>
      <List items={topics} />
      <P>The link works for {hours} hours.</P>
    </MailLayout>
  );
}

export const updateSubject = ({ company, title }: MailProps["update-published"]) => `${company}: ${title}`;

export function UpdatePublishedMail(props: MailProps["update-published"]) {
  const { company, topic, title, paragraphs, link, subscription } = props;
  return (
    <MailLayout
      company={company}
      preview={`${topic}: ${title}`}
      title={title}
      action={{ label: subscription ? "Read it on the trust page" : "Open the trust page", link }}
      why={
        subscription ? (
          <WhySubscriber links={subscription} />
        ) : (
          "You get this mail because our security team named you or your company for it. Reply to reach them."
        )
      }
    >
      <P>Topic: {topic}</P>
      <Paragraphs texts={paragraphs} />
    </MailLayout>
  );
}

/** The first is named, so that the list of mails already says what it is about. */
export function subprocessorsSubject({ company, changes: [first, ...others] }: MailProps["subprocessors-changed"]) {
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return `${company}: ${first!.title}${more}`;
}

export function SubprocessorsChangedMail(props: MailProps["subprocessors-changed"]) {
  const { company, changes, link, subscription } = props;
  return (
    <MailLayout
      company={company}
      preview={changes.map(({ title }) => title).join(", ")}
      title={changes.length === 1 ? "A change of subprocessors" : `${changes.length} changes of subprocessors`}
      action={{ label: "Open the list of subprocessors", link }}
      why={<WhySubscriber links={subscription} />}
    >
      {changes.map(({ title, facts }) => (
        <P key={title}>
          <b>{title}</b>
          {facts.map((fact) => (
            <span key={fact}>
              <br />
              {fact}
            </span>
          ))}
        </P>
      ))}
    </MailLayout>
  );
}

const Paragraphs = ({ texts }: { texts: string[] }): ReactNode => texts.map((text, at) => <P key={at}>{text}</P>);

function WhySubscriber({ links: { manageLink, endLink } }: { links: SubscriptionLinks }) {
  return (
    <>
      You get this mail because you subscribed at our trust center. <Link href={manageLink}>Change your topics</Link> or{" "}
      <Link href={endLink}>end the subscription</Link>. Whoever has these links can do the same, so do not pass them on.
    </>
  );
}
