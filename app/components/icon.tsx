import type { LucideIcon } from "lucide-react";
import { classNames } from "#app/components/class-names.ts";

export type IconShape = LucideIcon;

/** A lucide icon beside a word; with `name`, an icon that stands alone. */
export function Icon({ of: Shape, name, className }: { of: IconShape; name?: string; className?: string }) {
  const spoken = name ? { role: "img", "aria-label": name } : { "aria-hidden": true as const };
  return <Shape className={classNames("icon", className)} focusable="false" {...spoken} />;
}
