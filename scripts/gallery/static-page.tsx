import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import type { StaticHandlerContext } from "react-router-dom/server";
import type { ReactElement } from "react";

export interface GalleryPage {
  title: string;
  path: string;
  element: ReactElement;
}

/** Markup as the server sends it, at an address, so that links and forms know where they are. */
export async function markupAt(address: string, element: ReactElement): Promise<string> {
  const routes = [{ path: "*", element }];
  const found = await createStaticHandler(routes).query(new Request(new URL(address, "http://gallery.example")));
  const router = createStaticRouter(routes, found as StaticHandlerContext);
  return renderToStaticMarkup(
    <StaticRouterProvider router={router} context={found as StaticHandlerContext} hydrate={false} />,
  );
}

export async function asDocument({ title, path, element }: GalleryPage, styles: string): Promise<string> {
  const body = await markupAt(path, element);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${styles}">
</head>
<body>${body}</body>
</html>
`;
}
