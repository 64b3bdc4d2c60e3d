import { useRouteLoaderData } from "@remix-run/react";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Outlet, useLocation, type RouteObject } from "react-router-dom";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import type { StaticHandlerContext } from "react-router-dom/server";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { spokenLanguage, speechAt, type SpokenLanguage } from "#app/http/language.ts";
import { SpeechContext } from "#app/messages/speech.ts";
import { ErrorBoundary } from "#app/root.tsx";
import { aClient } from "#tests/support/given.ts";

type Loader = NonNullable<RouteObject["loader"]>;
type PageModule = {
  default: ComponentType;
  loader?: Loader;
  action?: NonNullable<RouteObject["action"]>;
  meta?: (page: unknown) => { title?: string; content?: string }[];
};

const modules = import.meta.glob<PageModule>(["../../app/routes/*.tsx", "!../../app/routes/staff*.tsx"]);

/** The file names of all pages that visitors and prospects see. */
export const buyerPages = Object.keys(modules).map((file) => file.split("/").at(-1)!);

const layout = "portal.tsx";

/** "portal.requests.$requestId_.answer.tsx" is served at "/portal/requests/:requestId/answer". */
function pathOf(file: string): string {
  const parts = file.replace(/\.tsx$/, "").split(".");
  const path = parts.map((part) => part.replace(/_$/, "").replace(/^\$(?=.)/, ":"));
  return `/${path.filter((part) => part !== "_index").join("/")}`.replace("/$", "/*");
}

async function routeOf(file: string): Promise<RouteObject> {
  const { default: Component, loader, action } = await modules[`../../app/routes/${file}`]!();
  return { id: file, path: pathOf(file), Component, loader, action };
}

const rootLoader: Loader = ({ request }) => ({
  brand: { name: "Orrery", logoUrl: null },
  spoken: spokenLanguage(request),
  origin: "http://localhost:3000",
});

function Root({ failed = false }: { failed?: boolean }) {
  const root = useRouteLoaderData("root") as { spoken: SpokenLanguage } | undefined;
  const speech = speechAt(useLocation().pathname, root?.spoken);
  return <SpeechContext.Provider value={speech}>{failed ? <ErrorBoundary /> : <Outlet />}</SpeechContext.Provider>;
}

async function allRoutes(): Promise<RouteObject[]> {
  const pages = await Promise.all(buyerPages.filter((file) => file !== layout).map(routeOf));
  const inPortal = pages.filter(({ path }) => path === "/portal" || path!.startsWith("/portal/"));
  const portal = { ...(await routeOf(layout)), children: inPortal } as RouteObject;
  const children = [...pages.filter((page) => !inPortal.includes(page)), portal];
  return [{ id: "root", path: "/", loader: rootLoader, element: <Root />, errorElement: <Root failed />, children }];
}

export type Visit = { path: string; as?: Prospect; form?: Record<string, string>; cookie?: string };

/** The page as the server puts it together, and the files that it came from. */
export async function visit({ path, as, form, cookie }: Visit): Promise<{ html: string; files: string[] }> {
  const routes = await allRoutes();
  const session = as ? { person: as, sessionHash: "5e".repeat(32), provedBy: "code" } : null;
  const requestContext = {
    ...{ cspNonce: "", requestId: "1", client: aClient, setCookie: () => undefined },
    staffSession: () => Promise.resolve(null),
    prospectSession: () => Promise.resolve(session),
  };
  const request = new Request(new URL(path, "http://localhost:3000"), {
    headers: cookie ? { cookie } : {},
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
  const found = await createStaticHandler(routes).query(request, { requestContext });
  if (found instanceof Response) throw new Error(`${path} leads on to ${found.headers.get("Location")}`);
  const router = createStaticRouter(routes, found);
  const markup = renderToStaticMarkup(
    <StaticRouterProvider router={router} context={found as StaticHandlerContext} hydrate={false} />,
  );
  const files = found.matches.map(({ route }) => route.id).filter((id) => id !== "root");
  return { html: markup + (await titleOf(found, files.at(-1))), files };
}

/** What the page's `meta` says, as if it stood in the page. */
async function titleOf({ loaderData, location, errors }: StaticHandlerContext, file?: string): Promise<string> {
  if (!file || errors) return "";
  const { meta } = await modules[`../../app/routes/${file}`]!();
  const root = { id: "root", data: loaderData.root as unknown };
  const said = meta?.({ data: loaderData[file] as unknown, location, matches: [root] }) ?? [];
  return said.map(({ title, content }) => `<p>${title ?? (content === "noindex" ? "" : (content ?? ""))}</p>`).join("");
}
