import { FilterLinks } from "#app/components/filter-links.tsx";
import { Banner } from "#app/components/note.tsx";

const path = "/staff/publications/preview";

/** Above a page that nobody outside sees. */
export function PreviewBar({ as }: { as: "visitor" | "prospect" }) {
  const views = [
    { to: path, label: "As a visitor", current: as === "visitor" },
    { to: `${path}?as=prospect`, label: "As a prospect", current: as === "prospect" },
    { to: "/staff/publications", label: "Back to the changes" },
  ];
  return (
    <div className="grid gap-2 pt-4">
      <Banner tone="prep" title="Preview of the draft.">
        Visitors do not see this. Links lead to what is published.{" "}
        {as === "prospect" && "A prospect who is signed in reads the same page; their documents stand in the portal."}
      </Banner>
      <FilterLinks label="Preview" filters={views} />
    </div>
  );
}
