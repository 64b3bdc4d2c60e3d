import type { ReactNode } from "react";
import { Markdown } from "#app/components/markdown.tsx";
import { Fold, Folds } from "#app/components/fold.tsx";
import { Section } from "#app/components/section.tsx";
import { Tag } from "#app/components/status.tsx";
import { DateText } from "#app/components/time.tsx";
import type { PublishedUpdate } from "#app/domain/trust-page/trust-page.ts";
import { useWords } from "#app/messages/speech.ts";

const shownAtOnce = 4;

/** `subscribe`: the form for those who want them by mail. */
export function UpdateSection({ updates, subscribe }: { updates: PublishedUpdate[]; subscribe?: ReactNode }) {
  const said = useWords().trustPage.updates;
  const earlier = updates.slice(shownAtOnce);
  return (
    <Section id="updates" title={said.title} intro={said.intro}>
      {updates.length === 0 && <p>{said.none}</p>}
      <UpdateList updates={updates.slice(0, shownAtOnce)} />
      {earlier.length > 0 && (
        <Fold variant="link" summary={said.earlier(earlier.length)}>
          <UpdateList updates={earlier} />
        </Fold>
      )}
      {subscribe && (
        <Folds>
          <Fold id="subscribe" summary={said.subscribe}>
            <div className="max-w-xl pt-3">{subscribe}</div>
          </Fold>
        </Folds>
      )}
    </Section>
  );
}

function UpdateList({ updates }: { updates: PublishedUpdate[] }) {
  const { terms } = useWords();
  return (
    <ul className="updates">
      {updates.map(({ id, topic, title, body, publishedAt }) => (
        <li key={id} id={`update-${id}`}>
          <DateText date={publishedAt} />
          <div>
            <h3>
              {title} <Tag>{terms.topics[topic]}</Tag>
            </h3>
            {body && <Markdown text={body} topHeading={4} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
