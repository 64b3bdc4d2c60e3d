import { Copy } from "lucide-react";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { useWords } from "#app/messages/speech.ts";

/** Copies `text`. Shown only where it can: with JavaScript, on a page that may use the clipboard. */
export function CopyButton({ text, children }: { text: string; children?: ReactNode }) {
  const { layout: words } = useWords();
  const [able, setAble] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setAble(Boolean(navigator.clipboard)), []);
  if (!able) return null;

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }
  return (
    <>
      <Button type="button" size="small" icon={Copy} onClick={copy}>
        {children ?? words.copy}
      </Button>
      <span role="status" className="text-13 text-ink2">
        {copied && words.copied}
      </span>
    </>
  );
}
