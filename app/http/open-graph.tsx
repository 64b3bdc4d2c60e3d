import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { isStaffPath } from "#app/messages/languages.ts";
import { useBrand } from "./brand.ts";

/** What other sites show beside a link to a page that anyone may open. The title is the page's own. */
export function OpenGraph() {
  const root = useRouteLoaderData("root") as { origin: string } | undefined;
  const { name } = useBrand();
  if (!root || isStaffPath(useLocation().pathname)) return null;
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={name} />
      <meta property="og:image" content={`${root.origin}/opengraph.png`} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
