// Finds as one types in the header of the public pages. Without it, Enter leads to /search, which finds the same.
import { find, prepared } from "./search-match.js";

const start = (input) => {
  const shown = 8;
  const chosen = new URLSearchParams(location.search).get("lang");
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  let index = null;
  const load = () =>
    (index ??= fetch(`/search.json?lang=${document.documentElement.lang}`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then(({ said, entries }) => ({
        said,
        entries: entries.map(prepared),
      }))
      .catch(() => {
        index = null;
        return null;
      }));

  const list = make("ul", { id: "site-search-results", className: "found", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  const status = make("p", { className: "sr-only" });
  status.setAttribute("role", "status");
  input.parentElement.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) {
    input.setAttribute(name, value);
  }

  let current = -1;
  const options = () => [...list.children].filter((child) => child.getAttribute("role") === "option");
  const show = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(-1);
  };
  const choose = (at) => {
    current = at;
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const option = options()[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const address = (url) => {
    const to = new URL(url, location.origin);
    if (chosen) to.searchParams.set("lang", chosen);
    return to.href;
  };
  const marked = (cut) => cut.map(([text, isMatch]) => (isMatch ? make("mark", { textContent: text }) : text));
  const option = (at, url, ...children) => {
    const link = make("a", { href: address(url), tabIndex: -1 }, ...children);
    const item = make("li", { id: `found-${at}` }, link);
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    return item;
  };

  const draw = async () => {
    const query = input.value.trim();
    const read = query === "" ? null : await load();
    if (query !== input.value.trim()) return;
    if (!read) return show(false);
    const all = find(read.entries, query);
    const rows = all.slice(0, shown).map(({ group, url, title, snippet: text }, at) => {
      const head = make("span", { className: "found-group", textContent: read.said.groups[group] });
      const name = make("span", { className: "found-title" }, ...marked(title));
      return option(at, url, head, name, make("span", { className: "found-text" }, ...marked(text)));
    });
    const nothing = read.said.nothing.replace("%s", () => query);
    if (rows.length > 0) {
      rows.push(option(rows.length, `/search?q=${encodeURIComponent(query)}`, `${read.said.all} (${all.length})`));
    } else {
      const none = make("li", { className: "found-none", textContent: nothing });
      none.setAttribute("role", "presentation");
      rows.push(none);
    }
    list.replaceChildren(...rows);
    status.textContent = all.length > 0 ? `${read.said.all} (${all.length})` : nothing;
    choose(-1);
    show(true);
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", draw);
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape") {
      if (list.hidden) input.blur();
      else show(false);
      event.preventDefault();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden || count === 0) return void draw();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(current < 0 && step < 0 ? count - 1 : (current + step + count + 1) % (count + 1) === count ? -1 : current + step);
      event.preventDefault();
    } else if (event.key === "Enter" && current >= 0) {
      event.preventDefault();
      options()[current].firstElementChild.click();
      show(false);
    }
  });
  input.form.addEventListener("focusout", (event) => {
    if (!input.form.contains(event.relatedTarget)) show(false);
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", () => show(false));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // A fold that an address leads to is opened: browsers open only what lies within one.
  const openFold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", openFold);
  openFold();
};

const input = document.getElementById("site-search");
if (input) start(input);
