import type { Look } from "#app/domain/trust-page/timeline.ts";

export type Drawn = Look | "gap" | "letter";

/** The hatches that both drawings use. In a drawing of its own: patterns in a hidden one are not painted. */
export function TimelineFills() {
  return (
    <svg className="timeline-defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="fill-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch-gap" d="M0 0V6" strokeWidth="2" />
        </pattern>
        <pattern id="fill-letter" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path className="hatch-letter" d="M0 0V6" strokeWidth="4" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A bar, with a dotted upper edge when it ages and a mark at its end when the opinion is not clean. */
export function Bar(props: { look: Drawn; x: number; y: number; width: number; height: number }) {
  const { look, ...box } = props;
  const hatched = look === "gap" || look === "letter";
  return (
    <>
      <rect className={`look-${look}`} {...box} fill={hatched ? `url(#fill-${look})` : undefined} />
      {look === "ageing" && <path className="edge-ageing" d={`M${box.x} ${box.y}h${box.width}`} />}
    </>
  );
}

/** The opinion's own shape, beside a bar or diamond of the report that counts. */
export function OpinionMark({ look, x, y }: { look: Look; x: number; y: number }) {
  if (look === "qualified") {
    return <path className="mark-qualified" d={`M${x + 7} ${y}l7 13h-14zM${x + 7} ${y + 4.5}v4`} />;
  }
  if (look === "lapsed") {
    return (
      <path
        className="mark-lapsed"
        d={`M${x + 4} ${y}h6l4 4v6l-4 4h-6l-4-4v-6zM${x + 4.5} ${y + 4.5}l5 5M${x + 9.5} ${y + 4.5}l-5 5`}
      />
    );
  }
  return null;
}

export const diamond = (x: number, y: number, size = 13) =>
  `M${x} ${y - size}l${size} ${size}-${size} ${size}-${size}-${size}z`;

export const round = (number: number): number => Math.round(number * 10) / 10;
