import { addDays } from "#app/domain/trust-page/days.ts";
import { around, placeLabels, widthOf, type Label, type Reach } from "#app/domain/trust-page/timeline-labels.ts";
import { describeTimeline, shareOf, ticksOf, type Timeline } from "#app/domain/trust-page/timeline.ts";
import { Bar, diamond, OpinionMark, round } from "#app/domain/trust-page/ui/timeline-fills.tsx";
import { useWords } from "#app/messages/speech.ts";

const [left, right] = [76, 1040];
const [reportsTop, rowHeight, barHeight] = [48, 36, 30];

/** Lanes from top to bottom: above the bars, reports (a row each where they overlap), issued, letters, the axis. */
function lanesOf(timeline: Timeline) {
  const under = reportsTop + timeline.rows * rowHeight;
  const letters = under + 40;
  const axis = letters + (timeline.letters.length > 0 ? 36 : 0);
  return { above: 36, under, issued: under + 7, dates: under + 25, letters, axis, height: axis + 24 };
}

type Lanes = ReturnType<typeof lanesOf>;
type Scale = (day: string) => number;

export function HorizontalTimeline({ timeline }: { timeline: Timeline }) {
  const words = useWords();
  const said = words.timeline;
  const lanes = lanesOf(timeline);
  const x: Scale = (day) => round(left + shareOf(timeline, day) * (right - left));
  const drawing = { timeline, lanes, x };
  return (
    <svg
      className="timeline-across"
      viewBox={`0 0 ${right} ${lanes.height}`}
      role="img"
      aria-label={describeTimeline(timeline, words)}
    >
      <Axis {...drawing} />
      <Lane y={reportsTop + 19}>{said.lanes.reports}</Lane>
      <Lane y={lanes.dates}>{said.lanes.issued}</Lane>
      {timeline.letters.length > 0 && <Lane y={lanes.letters + 13}>{said.lanes.letters}</Lane>}
      <Reports {...drawing} />
      <Above {...drawing} />
      <Issues {...drawing} />
      <Letters {...drawing} />
      <Today {...drawing} />
    </svg>
  );
}

type Drawing = { timeline: Timeline; lanes: Lanes; x: Scale };

function Lane({ y, children }: { y: number; children: string }) {
  return (
    <text className="lane" x="0" y={y}>
      {children}
    </text>
  );
}

function LabelText({ at, y, className }: { at: Label | null; y: number; className?: string }) {
  if (!at) return null;
  return (
    <text className={className} x={round(at.x)} y={y} textAnchor={at.anchor}>
      {at.text}
    </text>
  );
}

function Axis({ timeline, lanes, x }: Drawing) {
  const roomForYear = right - 30;
  const firstYear = ticksOf(timeline).find(({ year }) => year);
  const startsMidYear = !firstYear || x(firstYear.day) > left + 40;
  return (
    <>
      {startsMidYear && (
        <text className="year" x={left} y={lanes.axis + 17}>
          {timeline.from.slice(0, 4)}
        </text>
      )}
      {ticksOf(timeline).map(({ day, year }) => (
        <g key={day}>
          <path
            className={year ? "grid-line" : "tick"}
            d={`M${x(day)} ${year ? reportsTop - 4 : lanes.axis - 4}V${lanes.axis}`}
          />
          {year && x(day) < roomForYear && (
            <text className="year" x={x(day) + 5} y={lanes.axis + 17}>
              {year}
            </text>
          )}
        </g>
      ))}
      <path className="tick" d={`M${left} ${lanes.axis}H${right}`} />
    </>
  );
}

function Reports({ timeline, x }: Drawing) {
  return (
    <>
      {timeline.gaps.map((gap) => {
        const from = x(gap.start);
        const width = Math.max(2, x(addDays(gap.end, 1)) - from);
        return <Bar key={gap.start} look="gap" x={from} y={reportsTop} width={round(width)} height={barHeight} />;
      })}
      {timeline.spans.map(({ id, start, end, row, look, label }) => {
        const from = x(start);
        const width = round(Math.max(2, x(addDays(end, 1)) - from));
        const y = reportsTop + row * rowHeight;
        const [sideFrom, sideWidth] = widerSide(from, from + width, x(timeline.today));
        const shown = [label, label.split(",")[0]!].find((text) => widthOf(text) + 12 < sideWidth);
        return (
          <g key={id} className={`span-${look}`}>
            <Bar look={look} x={from} y={y} width={width} height={barHeight} />
            {shown && (
              <text className={`in in-${look}`} x={round(sideFrom + sideWidth / 2)} y={y + 19} textAnchor="middle">
                {shown}
              </text>
            )}
            <OpinionMark look={look} x={round(from + width - 7)} y={y - 8} />
          </g>
        );
      })}
      {timeline.points.map(({ id, on, look }) => (
        <g key={id}>
          <path className={`look-${look}`} d={diamond(x(on), reportsTop + 15)} />
          <OpinionMark look={look} x={round(x(on) + 4)} y={reportsTop - 6} />
        </g>
      ))}
    </>
  );
}

/** Today's line cuts a bar in two: the words stand in the wider part. */
function widerSide(from: number, to: number, now: number): [from: number, width: number] {
  if (now <= from || now >= to) return [from, to - from];
  return now - from > to - now ? [from, now - from] : [now, to - now];
}

/** The words over the bars: as-of dates, and gaps that are too narrow to hold theirs. */
function Above({ timeline, lanes, x }: Drawing) {
  const said = useWords().timeline;
  const labels = [
    ...timeline.points.map(({ on, label }) => ({ key: on, choices: around(x(on), label), className: "strong" })),
    ...timeline.gaps.map((gap) => ({
      key: gap.start,
      choices: around(round((x(gap.start) + x(addDays(gap.end, 1))) / 2), said.gap(gap.days)),
      className: "gap-words",
    })),
  ];
  const placed = placeLabels(
    labels.map(({ choices }) => choices),
    { bounds: [left, right] },
  );
  return (
    <>
      {labels.map(({ key, className }, at) => (
        <LabelText key={key} at={placed[at]!} y={lanes.above} className={className} />
      ))}
    </>
  );
}

function Issues({ timeline, lanes, x }: Drawing) {
  const { calendar, timeline: said } = useWords();
  const now = x(timeline.today);
  const placed = placeLabels(
    timeline.issues.map(({ on, expected }) => {
      const [middle, toTheRight, toTheLeft] = around(x(on) - 3, expected ? said.expected(on) : calendar.day(on));
      return [toTheRight!, toTheLeft!, middle!];
    }),
    { bounds: [left, right + 2], taken: [[now, now]] },
  );
  return (
    <>
      {timeline.issues.map(({ id, coverEnd, row, on, expected }, at) => {
        const from = x(addDays(coverEnd, 1));
        const top = reportsTop + row * rowHeight + barHeight;
        return (
          <g key={id} className={expected ? "issue issue-expected" : "issue"}>
            <path className="lead" d={`M${from} ${top}V${lanes.issued}H${round(Math.max(from, x(on) - 3))}`} />
            <circle cx={x(on)} cy={lanes.issued} r="3.5" />
            <LabelText at={placed[at]!} y={lanes.dates} className="haloed" />
          </g>
        );
      })}
    </>
  );
}

/** Beside each letter, in full where there is room, else its days alone. */
function Letters({ timeline, lanes, x }: Drawing) {
  const said = useWords().timeline;
  const now = x(timeline.today);
  const bars = timeline.letters.map(({ start, end }): Reach => [x(start), Math.max(x(start) + 2, x(addDays(end, 1)))]);
  const placed = placeLabels(
    timeline.letters.map(({ days }, at) =>
      [said.letterInFull(days), said.letterDaysNotAudited(days), said.letterDays(days)].flatMap((text): Label[] => [
        { x: bars[at]![1] + 8, text, anchor: "start" },
        { x: bars[at]![0] - 8, text, anchor: "end" },
      ]),
    ),
    { bounds: [left, right], taken: [...bars, [now, now]] },
  );
  return (
    <>
      {timeline.letters.map(({ id }, at) => (
        <g key={id}>
          <Bar
            look="letter"
            x={bars[at]![0]}
            y={lanes.letters}
            width={round(bars[at]![1] - bars[at]![0])}
            height={18}
          />
          <LabelText at={placed[at]!} y={lanes.letters + 13} className="haloed" />
        </g>
      ))}
    </>
  );
}

function Today({ timeline, lanes, x }: Drawing) {
  const now = x(timeline.today);
  const words = useWords().timeline.today(timeline.today);
  const fitsRight = now + 9 + widthOf(words) <= right;
  return (
    <g className="today">
      <path className="today-line" d={`M${now} 20V${lanes.axis}`} />
      <path className="today-flag" d={`M${now} 20l-5 -6h10z`} />
      <text x={fitsRight ? now + 9 : now - 9} y="16" textAnchor={fitsRight ? "start" : "end"}>
        {words}
      </text>
    </g>
  );
}
