import { useRouteLoaderData } from "@remix-run/react";

export type Brand = {
  name: string;
  logoUrl: string | null;
  sheetUrl: string | null;
  iconUrl: string;
  footerLinks: { label: string; href: string }[];
};

const product: Brand = { name: "Candor", logoUrl: null, sheetUrl: null, iconUrl: "/favicon.ico", footerLinks: [] };

/** How the company looks, from the root route; on a page that failed before it was read, the product's own look. */
export function useBrand(): Brand {
  const root = useRouteLoaderData("root") as { brand: Brand } | undefined;
  return root?.brand ?? product;
}
