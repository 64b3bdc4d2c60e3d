import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { findReceipt } from "#app/domain/access/receipts.server.ts";
import { ReceiptFacts, ReceiptForm } from "#app/domain/access/ui/receipt-view.tsx";
import { useBrand } from "#app/http/brand.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.receipts.pageTitle);

export const loader = forAnyone(async ({ db, params, client }) => {
  const typed = (params.copyId ?? "").slice(0, 40);
  const receipt = await findReceipt(db, typed, client);
  return json({ typed, receipt }, { status: receipt ? 200 : 404, headers: { "Cache-Control": "no-store" } });
});

export default function Copy() {
  const { typed, receipt } = useLoaderData<typeof loader>();
  const { receipts: words } = useWords();
  const title = receipt ? words.genuine(receipt.copyId) : words.unknown(typed);
  return (
    <PlainLayout brand={useBrand()} title={title} lead={receipt ? undefined : <p>{words.unknownHelp}</p>}>
      {receipt ? <ReceiptFacts receipt={receipt} /> : <ReceiptForm typed={typed} />}
    </PlainLayout>
  );
}
