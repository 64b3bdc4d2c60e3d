import { useRouteLoaderData } from "@remix-run/react";

export type Brand = { name: string; logoUrl: string | null };

/** The company's name and logo, from the root route; on a page that failed before it was read, the product's own name. */
export function useBrand(): Brand {
  const root = useRouteLoaderData("root") as { brand: Brand } | undefined;
  return root?.brand ?? { name: "Candor", logoUrl: null };
}
