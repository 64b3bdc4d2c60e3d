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
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { getCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { useNonce } from "#app/http/nonce.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { fontPreload } from "./styles/font-preload.ts";
import "./styles/app.css";

export const links = () => [...fontPreload, { rel: "icon", href: "/favicon.ico", sizes: "any" }];

export const loader = forAnyone(async ({ db }) => {
  const profile = await getCompanyProfile(db);
  const version = profile.updatedAt?.getTime() ?? 0;
  return { brand: { name: profile.name, logoUrl: profile.hasLogo ? `/logo?v=${version}` : null } };
});

/** A page that needs no script says so with `export const handle = { scripts: false }`. */
const wantsScripts = (handle: unknown) => (handle as { scripts?: boolean } | undefined)?.scripts !== false;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const scripts = useMatches().every((match) => wantsScripts(match.handle));
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
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
  const { title, message } = describe(error);
  const atStaff = useLocation().pathname.startsWith("/staff/");
  return (
    <PlainLayout brand={brand} title={title} lead={<p>{message}</p>}>
      <title>{title}</title>
      <p>
        <ButtonLink variant="alternative" href={atStaff ? "/staff" : "/"}>
          {atStaff ? "Go to the staff pages" : "Go to the trust page"}
        </ButtonLink>
      </p>
    </PlainLayout>
  );
}

const titles: Record<number, string> = {
  401: "You are signed out",
  403: "This is not open to you",
  404: "There is no such page",
  409: "Something changed in the meantime",
  413: "This is too large",
  422: "This could not be used",
  429: "Too many tries",
};

function describe(error: unknown) {
  if (!isRouteErrorResponse(error)) {
    return { title: "Our mistake", message: "We could not show this page. It is on record; try again in a minute." };
  }
  const data = error.data as { message?: string } | null;
  return {
    title: titles[error.status] ?? "This did not work",
    message: data?.message ?? "The address may be old, or what it named may be gone.",
  };
}
