/** What stands beside the page for machines, for its head. */
export const alternates = [
  { rel: "alternate", type: "application/json", title: "The same facts for machines", href: "/trust.json" },
  {
    rel: "alternate",
    type: "application/json",
    title: "Controls in OSCAL",
    href: "/oscal/component-definition.json",
  },
  { rel: "alternate", type: "application/atom+xml", title: "Updates", href: "/feeds/updates.atom" },
  { rel: "alternate", type: "application/feed+json", title: "Updates", href: "/feeds/updates.json" },
  { rel: "alternate", type: "application/atom+xml", title: "Subprocessors", href: "/feeds/subprocessors.atom" },
  { rel: "alternate", type: "application/feed+json", title: "Subprocessors", href: "/feeds/subprocessors.json" },
];
