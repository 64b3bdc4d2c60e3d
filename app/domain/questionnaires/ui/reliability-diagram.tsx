import { countOf, formatShare } from "#app/components/numbers.ts";
import type { BandOutcomes } from "#app/domain/questionnaires/outcomes.ts";

const side = 300;
const edge = 44;
const ticks = [0, 0.25, 0.5, 0.75, 1];
const x = (share: number) => edge + share * side;
const y = (share: number) => 12 + (1 - share) * side;

/** A dot a tenth of confidence: what was said across, what became of it upwards. On the line both are the same. */
export function ReliabilityDiagram({ bands }: { bands: BandOutcomes[] }) {
  const most = Math.max(...bands.map(({ decided }) => decided));
  return (
    <svg
      className="block w-full max-w-md"
      viewBox={`0 0 ${side + edge + 16} ${side + edge + 14}`}
      role="img"
      aria-label={`Confidence against the share kept. ${bands.map(inWords).join(". ")}`}
    >
      {ticks.map((tick) => (
        <g key={tick} className="fill-ink2 stroke-line" fontSize="11">
          <path d={`M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}`} fill="none" />
          <text x={x(tick)} y={y(0) + 16} textAnchor="middle" stroke="none">
            {tick * 100}
          </text>
          <text x={x(0) - 6} y={y(tick) + 4} textAnchor="end" stroke="none">
            {tick * 100}
          </text>
        </g>
      ))}
      <path className="stroke-ink2" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} strokeDasharray="4 4" />
      {bands.map((band) => (
        <g key={band.from} className="fill-accent stroke-accent">
          <path d={`M${x(band.predicted)} ${y(band.lower)}V${y(band.kept / band.decided)}`} strokeWidth="1.5" />
          <circle
            cx={x(band.predicted)}
            cy={y(band.kept / band.decided)}
            r={3 + 9 * Math.sqrt(band.decided / most)}
            fillOpacity="0.6"
          />
        </g>
      ))}
      <g className="fill-ink2" fontSize="12">
        <text x={x(0.5)} y={y(0) + 38} textAnchor="middle">
          confidence, of 100
        </text>
        <text transform={`rotate(-90 12 ${y(0.5)})`} x={12} y={y(0.5)} textAnchor="middle">
          kept, of 100
        </text>
      </g>
    </svg>
  );
}

const inWords = ({ predicted, kept, decided }: BandOutcomes) =>
  `Said ${formatShare(predicted)}: kept ${kept} of ${countOf(decided, "match", "matches")}`;
