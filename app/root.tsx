import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { getBrandLook } from "#app/domain/trust-page/brand.server.ts";
import { saidIn } from "#app/messages/complaints.ts";
import { isStaffPath } from "#app/messages/languages.ts";
import { SpeechContext, useSpeech } from "#app/messages/speech.ts";
import type { Words } from "#app/messages/words.ts";
import { useBrand } from "#app/http/brand.ts";
import { OpenGraph } from "#app/http/open-graph.tsx";
import { speechAt, spokenLanguage, type SpokenLanguage } from "#app/http/language.ts";
import { useNonce } from "#app/http/nonce.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { fontPreload } from "./styles/font-preload.ts";
import "./styles/app.css";

export const links = () => fontPreload;

export const loader = forAnyone(async ({ db, request, url }) => ({
  brand: await getBrandLook(db),
  spoken: spokenLanguage(request),
  origin: url.origin,
}));

/** A page that needs no script says so with `export const handle = { scripts: false }`. */
const wantsScripts = (handle: unknown) => (handle as { scripts?: boolean } | undefined)?.scripts !== false;

function useSpeechHere() {
  const root = useRouteLoaderData("root") as { spoken: SpokenLanguage } | undefined;
  return speechAt(useLocation().pathname, root?.spoken);
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const scripts = useMatches().every((match) => wantsScripts(match.handle));
  const speech = useSpeechHere();
  const brand = useBrand();
  return (
    <html lang={speech.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <OpenGraph />
        <Links />
        {brand.sheetUrl && <link rel="stylesheet" href={brand.sheetUrl} />}
        <link rel="icon" href={brand.iconUrl} />
      </head>
      <body>
        <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>
        {scripts && <ScrollRestoration nonce={nonce} />}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const brand = useBrand();
  const { language, words } = useSpeech();
  const { title, message } = describe(error, words.errorPages);
  const atStaff = isStaffPath(useLocation().pathname);
  return (
    <PlainLayout brand={brand} title={title} lead={<p>{saidIn(language, message)}</p>}>
      <title>{title}</title>
      <p>
        <ButtonLink variant="alternative" href={atStaff ? "/staff" : "/"}>
          {atStaff ? "Go to the staff pages" : words.errorPages.toTrustPage}
        </ButtonLink>
      </p>
    </PlainLayout>
  );
}

function describe(error: unknown, words: Words["errorPages"]) {
  if (!isRouteErrorResponse(error)) return { title: words.mistakeTitle, message: words.mistakeMessage };
  const data = error.data as { message?: string } | null;
  return {
    title: words.titles[error.status] ?? words.otherTitle,
    message: data?.message ?? words.otherMessage,
  };
}
