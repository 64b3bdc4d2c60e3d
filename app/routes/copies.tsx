import { redirect } from "@remix-run/node";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { ReceiptForm } from "#app/domain/access/ui/receipt-view.tsx";
import { useBrand } from "#app/http/brand.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.receipts.pageTitle);

/** The form asks by GET: what was typed becomes an address of its own. */
export const loader = forAnyone(async ({ url }) => {
  const typed = url.searchParams.get("copy")?.trim().slice(0, 40);
  if (!typed) return null;
  const language = url.searchParams.get("lang");
  throw redirect(`/copies/${encodeURIComponent(typed)}${language === "de" ? "?lang=de" : ""}`);
});

export default function Copies() {
  const { receipts: words } = useWords();
  return (
    <PlainLayout brand={useBrand()} title={words.pageTitle} lead={<p>{words.lead}</p>}>
      <ReceiptForm />
    </PlainLayout>
  );
}
