/** How a part of a bar is filled. They differ without colour too. */
export type Fill =
  "solid" | "striped" | "dotted" | "hatched" | "empty" | "planned" | "pending" | "lapsed" | "accent" | "old";

const patterned = new Set<Fill>(["striped", "dotted", "hatched"]);

/** The patterns that `Filled` refers to. `id` must be unique on the page. */
export function FillPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-striped`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="ink-current" width="4" height="6" />
      </pattern>
      <pattern id={`${id}-dotted`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="ink-ageing" width="3" height="6" />
      </pattern>
      <pattern id={`${id}-hatched`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path className="ink-edge" d="M0 0v6" strokeWidth="4" />
      </pattern>
    </defs>
  );
}

/** A part of the bar, from `x` to `x + width` in per cent of the SVG around it. */
export function Filled(props: { fill: Fill; patterns: string; x: number; width: number; height: number }) {
  const { fill, patterns, x, width, height } = props;
  return (
    <svg x={`${x}%`} width={`${width}%`} height={height}>
      <rect
        className={`seg seg-${fill}`}
        y="0.5"
        height={height - 1}
        fill={patterned.has(fill) ? `url(#${patterns}-${fill})` : undefined}
      />
    </svg>
  );
}
