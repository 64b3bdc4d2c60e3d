import { useLoaderData } from "@remix-run/react";
import { getControlPage } from "#app/domain/trust-page/control-page.server.ts";
import type { ControlPage } from "#app/domain/trust-page/control-page.ts";
import { PublicControlPage } from "#app/domain/trust-page/ui/control-page.tsx";
import { useBrand } from "#app/http/brand.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import "#app/domain/trust-page/ui/trust-page.css";

export const loader = forAnyone(({ db, params }) => getControlPage(db, params.code ?? ""));

export const handle = { scripts: false };

export const headers = () => ({ "Cache-Control": "public, no-cache" });

export const meta = ({ data }: { data?: ControlPage }) => [
  { title: data ? titleOf(data) : "There is no such control" },
];

function titleOf(page: ControlPage): string {
  const what =
    page.is === "criterion"
      ? `${page.criterion.id} ${page.criterion.title}`
      : `${page.control.code} ${page.control.title}`;
  return page.company ? `${what}: ${page.company}` : what;
}

export default function ControlOrCriterion() {
  return <PublicControlPage page={useLoaderData<typeof loader>()} brand={useBrand()} />;
}
