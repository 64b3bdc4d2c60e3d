import { addDays, daysInRange } from "#app/domain/trust-page/days.ts";
import { stackLabels } from "#app/domain/trust-page/timeline-labels.ts";
import { describeTimeline, shareOf, ticksOf, type Timeline } from "#app/domain/trust-page/timeline.ts";
import { Bar, diamond, OpinionMark, round } from "#app/domain/trust-page/ui/timeline-fills.tsx";
import { useWords } from "#app/messages/speech.ts";
import type { Words as PageWords } from "#app/messages/words.ts";

const width = 352;
const [top, pointsAYear] = [24, 113];
const [axisX, barX, barWidth, letterX, wordsX] = [40, 52, 30, 86, 112];
const lineHeight = 15;
const todayHeight = 26;

type Words = { key: string; y: number; title: string; detail: string | null; className: string };

/** Newest on top, as on a narrow screen one reads downwards into the past. */
export function UprightTimeline({ timeline }: { timeline: Timeline }) {
  const spoken = useWords();
  const scaleHeight = (daysInRange(timeline.from, timeline.until) / 365) * pointsAYear;
  const y = (day: string) => round(top + (1 - shareOf(timeline, day)) * scaleHeight);
  const words = wordsBeside({ timeline, y }, spoken.timeline);
  const placed = stackLabels(words.map((each) => ({ y: each.y, height: (each.detail ? 2 : 1) * lineHeight + 4 })));
  const bottom = Math.max(top + scaleHeight, ...placed.map((at) => at + 2 * lineHeight)) + 8;
  return (
    <svg
      className="timeline-upright"
      viewBox={`0 0 ${width} ${round(bottom)}`}
      role="img"
      aria-label={spoken.timeline.newestFirst(describeTimeline(timeline, spoken))}
    >
      <Years timeline={timeline} y={y} />
      <path className="tick" d={`M${axisX} ${top - 8}V${round(top + scaleHeight + 8)}`} />
      <Shapes timeline={timeline} y={y} />
      {words.map(({ key, title, detail, className }, at) => (
        <text key={key} className={className} x={wordsX} y={round(placed[at]!)}>
          {title}
          {detail && (
            <tspan className="quiet" x={wordsX} dy={lineHeight}>
              {detail}
            </tspan>
          )}
        </text>
      ))}
      <Today timeline={timeline} y={y} />
    </svg>
  );
}

type Drawing = { timeline: Timeline; y: (day: string) => number };

/** Each thing's words at its middle; today's line keeps its own line free. */
function wordsBeside({ timeline, y }: Drawing, said: PageWords["timeline"]): Words[] {
  const middle = (start: string, end: string) => (y(start) + y(addDays(end, 1))) / 2;
  const now = y(timeline.today);
  const clear = (words: Words): Words => {
    const below = words.detail ? lineHeight : 0;
    const [highest, lowest] = [now - todayHeight - below, now + lineHeight + 3];
    if (words.y <= highest || words.y >= lowest) return words;
    return { ...words, y: words.y <= now ? highest : lowest };
  };
  return [
    ...timeline.spans.map(({ id, start, end, label, detail }) => ({
      key: id,
      y: middle(start, end) - 2,
      title: label,
      detail,
      className: "strong",
    })),
    ...timeline.points.map(({ id, on, label, detail }) => ({
      key: id,
      y: y(on) - 2,
      title: label,
      detail,
      className: "strong",
    })),
    ...timeline.letters.map(({ id, start, end, days }) => ({
      key: id,
      y: middle(start, end) - 2,
      title: said.letter(days),
      detail: said.notAudited,
      className: "strong",
    })),
    ...timeline.gaps.map((gap) => ({
      key: gap.start,
      y: middle(gap.start, gap.end) + 4,
      title: said.gap(gap.days),
      detail: null,
      className: "gap-words",
    })),
  ].map(clear);
}

function Years({ timeline, y }: Drawing) {
  return (
    <>
      {ticksOf(timeline).flatMap(({ day, year }) =>
        year
          ? [
              <g key={day}>
                <path className="grid-line" d={`M${axisX} ${y(day)}H${width - 2}`} />
                <text className="year" x="0" y={y(day) - 5}>
                  {year}
                </text>
              </g>,
            ]
          : [],
      )}
    </>
  );
}

function Shapes({ timeline, y }: Drawing) {
  const box = (start: string, end: string) => {
    const upper = y(addDays(end, 1));
    return { y: upper, height: round(Math.max(2, y(start) - upper)) };
  };
  return (
    <>
      {timeline.gaps.map(({ start, end }) => (
        <Bar key={start} look="gap" x={barX} width={barWidth} {...box(start, end)} />
      ))}
      {timeline.spans.map(({ id, start, end, row, look }) => {
        const share = barWidth / timeline.rows;
        return (
          <g key={id}>
            <Bar look={look} x={round(barX + row * share)} width={round(share)} {...box(start, end)} />
            <OpinionMark look={look} x={barX - 7} y={box(start, end).y - 7} />
          </g>
        );
      })}
      {timeline.points.map(({ id, on, look }) => (
        <g key={id}>
          <path className={`look-${look}`} d={diamond(barX + barWidth / 2, y(on))} />
          <OpinionMark look={look} x={barX + barWidth / 2 + 4} y={y(on) - 20} />
        </g>
      ))}
      {timeline.letters.map(({ id, start, end }) => (
        <Bar key={id} look="letter" x={letterX} width={14} {...box(start, end)} />
      ))}
    </>
  );
}

function Today({ timeline, y }: Drawing) {
  const said = useWords().timeline;
  const now = y(timeline.today);
  return (
    <g className="today">
      <path className="today-line" d={`M${axisX} ${now}H${width - 2}`} />
      <path className="today-flag" d={`M${axisX} ${now}l-6 -5v10z`} />
      <text x={width - 2} y={now - 5} textAnchor="end">
        {said.today(timeline.today)}
      </text>
    </g>
  );
}
