import type { Timeline } from "#app/domain/trust-page/timeline.ts";
import { HorizontalTimeline } from "#app/domain/trust-page/ui/horizontal-timeline.tsx";
import { Bar, TimelineFills, type Drawn } from "#app/domain/trust-page/ui/timeline-fills.tsx";
import { UprightTimeline } from "#app/domain/trust-page/ui/upright-timeline.tsx";

const meanings: [Drawn, string][] = [
  ["current", "Current report"],
  ["bridged", "Current report"],
  ["ageing", "Ageing report"],
  ["qualified", "Qualified opinion"],
  ["lapsed", "Adverse opinion"],
  ["disclaimer", "No opinion"],
  ["earlier", "Earlier report"],
  ["letter", "Bridge letter"],
  ["gap", "Gap"],
  ["pending", "Report being written"],
  ["window", "Observed or planned"],
];

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
  const looks = looksOf(timeline);
  return (
    <figure className="timeline">
      <TimelineFills />
      <figcaption>
        <b>What the reports cover</b>
        <ul className="timeline-key">
          {meanings
            .filter(([look]) => looks.has(look))
            .map(([look, words]) => (
              <li key={look}>
                <svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true" focusable="false">
                  <Bar look={look} x={1} y={1} width={20} height={10} />
                </svg>
                {words}
              </li>
            ))}
        </ul>
      </figcaption>
      <HorizontalTimeline timeline={timeline} />
      <UprightTimeline timeline={timeline} />
    </figure>
  );
}
