import type { Timeline } from "#app/domain/trust-page/timeline.ts";
import { HorizontalTimeline } from "#app/domain/trust-page/ui/horizontal-timeline.tsx";
import { Bar, TimelineFills, type Drawn } from "#app/domain/trust-page/ui/timeline-fills.tsx";
import { UprightTimeline } from "#app/domain/trust-page/ui/upright-timeline.tsx";
import { useWords } from "#app/messages/speech.ts";

const keyed = [
  "current",
  "bridged",
  "ageing",
  "qualified",
  "lapsed",
  "disclaimer",
  "earlier",
  "letter",
  "gap",
  "pending",
  "window",
] as const satisfies readonly Drawn[];

function looksOf(timeline: Timeline): Set<Drawn> {
  return new Set<Drawn>([
    ...timeline.spans.map(({ look }) => look),
    ...timeline.points.map(({ look }) => look),
    ...(timeline.letters.length > 0 ? (["letter"] as const) : []),
    ...(timeline.gaps.length > 0 ? (["gap"] as const) : []),
  ]);
}

/** What the reports cover: lying down where there is room, upright where there is not. */
export function CoverageTimeline({ timeline }: { timeline: Timeline }) {
  const said = useWords().timeline;
  const looks = looksOf(timeline);
  return (
    <figure className="timeline">
      <TimelineFills />
      <figcaption>
        <b>{said.title}</b>
        <ul className="timeline-key">
          {keyed
            .filter((look) => looks.has(look))
            .map((look) => (
              <li key={look}>
                <svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true" focusable="false">
                  <Bar look={look} x={1} y={1} width={20} height={10} />
                </svg>
                {said.keys[look]}
              </li>
            ))}
        </ul>
      </figcaption>
      <HorizontalTimeline timeline={timeline} />
      <UprightTimeline timeline={timeline} />
    </figure>
  );
}
