import { Markdown } from "#app/components/markdown.tsx";
import { Fold } from "#app/components/fold.tsx";
import { Section } from "#app/components/section.tsx";
import { Tag } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import type { PublishedUpdate } from "#app/domain/trust-page/trust-page.ts";
import { topicNames } from "#app/domain/trust-page/updates.ts";

const shownAtOnce = 4;

export function UpdateSection({ updates }: { updates: PublishedUpdate[] }) {
  const earlier = updates.slice(shownAtOnce);
  return (
    <Section id="updates" title="Updates" intro="What changed, newest first.">
      <UpdateList updates={updates.slice(0, shownAtOnce)} />
      {earlier.length > 0 && (
        <Fold variant="link" summary={`Show ${sayCount(earlier.length, "earlier update")}`}>
          <UpdateList updates={earlier} />
        </Fold>
      )}
    </Section>
  );
}

function UpdateList({ updates }: { updates: PublishedUpdate[] }) {
  return (
    <ul className="updates">
      {updates.map(({ id, topic, title, body, publishedAt }) => (
        <li key={id} id={`update-${id}`}>
          <DateText date={publishedAt} />
          <div>
            <h3>
              {title} <Tag>{topicNames[topic]}</Tag>
            </h3>
            {body && <Markdown text={body} topHeading={4} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
