import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Fact, Facts } from "#app/components/facts.tsx";
import { KeepLanguage } from "#app/components/keep-language.tsx";
import { useWords } from "#app/messages/speech.ts";
import type { Receipt } from "../receipts.ts";

export function ReceiptForm({ typed }: { typed?: string }) {
  const { receipts: words } = useWords();
  return (
    <form method="get" action="/copies" role="search" className="grid max-w-md gap-3">
      <KeepLanguage />
      <TextField label={words.copyId} name="copy" defaultValue={typed} hint={words.example} required />
      <div>
        <Button variant="primary">{words.ask}</Button>
      </div>
    </form>
  );
}

/** A receipt as the browser gets it: its time is text. */
type SentReceipt = Omit<Receipt, "issuedAt"> & { issuedAt: Date | string };

export function ReceiptFacts({ receipt }: { receipt: SentReceipt }) {
  const { receipts: words } = useWords();
  return (
    <>
      <Facts>
        <Fact term={words.issued}>{words.issuedAt(receipt.issuedAt)}</Fact>
        <Fact term={words.document}>{receipt.title ?? words.unlisted}</Fact>
        <Fact term={words.state}>{words.states[receipt.state]}</Fact>
      </Facts>
      <p className="hint">{words.only}</p>
    </>
  );
}
