import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { KeyHints } from "#app/components/keyboard.tsx";

/**
 * Single keys press what is on the page and names them in `data-key`; never while someone types, nor while the next
 * question is on its way: the decision would be about one that the reviewer has not seen.
 */
export function DeskKeys() {
  const busy = useRef(false);
  busy.current = useNavigation().state !== "idle";
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (busy.current || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (key === "Enter" && event.target instanceof Element && event.target.closest("a, button, summary")) return;
      if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
      const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (!target || event.repeat) return;
      event.preventDefault();
      const opened = target.dataset.opens && document.getElementById(target.dataset.opens);
      if (opened instanceof HTMLDetailsElement) return openForTyping(opened);
      target.click();
    };
    const open = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-opens]") : null;
      const opened = target?.dataset.opens && document.getElementById(target.dataset.opens);
      if (opened instanceof HTMLDetailsElement) openForTyping(opened);
    };
    document.addEventListener("keydown", press);
    document.addEventListener("click", open);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("click", open);
    };
  }, []);
  return (
    <KeyHints
      hints={[
        { keys: ["J", "K"], label: "next, previous" },
        { keys: ["Enter"], label: "accept" },
        { keys: ["2", "–", "4"], label: "use next best" },
        { keys: ["E"], label: "edit" },
        { keys: ["B"], label: "leave blank" },
        { keys: ["U"], label: "undo" },
        { keys: ["S"], label: "skip" },
      ]}
    />
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function step(by: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".rows > li > a")];
  const at = links.findIndex((link) => link.getAttribute("aria-current") === "true");
  const next = links[at < 0 ? 0 : at + by];
  next?.scrollIntoView({ block: "nearest" });
  next?.click();
}

function openForTyping(details: HTMLDetailsElement) {
  details.open = true;
  details.querySelector("textarea")?.focus();
}
