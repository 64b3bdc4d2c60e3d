import { SaxesParser } from "saxes";

type Node = { name: string; uri: string; attributes: Record<string, string>; text: string; children: Node[] };

const atomNamespace = "http://www.w3.org/2005/Atom";
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const iri = /^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>"{}|\\^`]+$/;

function treeOf(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const top: Node = { name: "", uri: "", attributes: {}, text: "", children: [] };
  const open = [top];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const node = { name: local, uri, attributes: Object.fromEntries(values), text: "", children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => void (open.at(-1)!.text += text));
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

const named = (node: Node, name: string) => node.children.filter((child) => child.name === name);

/** What a document breaks of RFC 4287, written from its text and not from how ours is made. Empty: nothing. */
export function brokenInAtom(xml: string): string[] {
  const broken: string[] = [];
  const say = (condition: boolean, section: string, what: string) => condition || broken.push(`${section}: ${what}`);
  const feed = treeOf(xml);
  say(feed.name === "feed" && feed.uri === atomNamespace, "2", "the top is atom:feed");
  const entries = named(feed, "entry");

  const once = (node: Node, section: string, names: string[]) =>
    names.forEach((name) => say(named(node, name).length === 1, section, `${node.name} has exactly one ${name}`));
  const atMostOnce = (node: Node, section: string, names: string[]) =>
    names.forEach((name) => say(named(node, name).length <= 1, section, `${node.name} has at most one ${name}`));
  once(feed, "4.1.1", ["id", "title", "updated"]);
  atMostOnce(feed, "4.1.1", ["generator", "icon", "logo", "rights", "subtitle"]);
  const isAuthored = named(feed, "author").length > 0 || entries.every((entry) => named(entry, "author").length > 0);
  say(isAuthored, "4.1.1", "the feed or each entry has an author");
  const selfs = named(feed, "link").filter(({ attributes }) => attributes.rel === "self");
  say(selfs.length === 1, "4.1.1", "the feed says where it is");

  for (const entry of entries) {
    once(entry, "4.1.2", ["id", "title", "updated"]);
    atMostOnce(entry, "4.1.2", ["content", "published", "rights", "source", "summary"]);
    const alternates = named(entry, "link").filter(({ attributes }) => (attributes.rel ?? "alternate") === "alternate");
    say(named(entry, "content").length > 0 || alternates.length > 0, "4.1.2", "an entry has content or an alternate");
    const [published, updated] = ["published", "updated"].map((name) => named(entry, name)[0]?.text ?? "");
    say(!published || Date.parse(published) <= Date.parse(updated!), "4.2.9", "published is not after updated");
  }
  const keys = entries.map((entry) => `${named(entry, "id")[0]?.text} ${named(entry, "updated")[0]?.text}`);
  say(new Set(keys).size === keys.length, "4.1.1", "no two entries have the same id and updated");
  [feed, ...entries].forEach((node) => checkParts(node, say));
  return broken;
}

type Say = (condition: boolean, section: string, what: string) => void;

function checkParts(node: Node, say: Say) {
  const alternates = named(node, "link")
    .filter(({ attributes }) => (attributes.rel ?? "alternate") === "alternate")
    .map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`);
  say(new Set(alternates).size === alternates.length, "4.1.1", "one alternate link of a type and language");
  for (const child of node.children) {
    const { name, attributes, text, children, uri } = child;
    say(uri === atomNamespace, "1.2", `${name} is of Atom’s namespace`);
    if (name === "id") say(iri.test(text), "4.2.6", `the id ${text} is an IRI`);
    if (["updated", "published"].includes(name)) say(instant.test(text), "3.3", `${name} ${text} is an instant`);
    if (name === "link") say(iri.test(attributes.href ?? ""), "4.2.7.1", `the link ${attributes.href} is an IRI`);
    if (name === "category") say(Boolean(attributes.term), "4.2.2.1", "a category has a term");
    if (["title", "subtitle", "summary", "rights", "content"].includes(name)) {
      const type = attributes.type ?? "text";
      say(["text", "html", "xhtml"].includes(type), "3.1.1", `${name} has a known type`);
      say(type === "xhtml" || children.length === 0, "3.1.1", `${name} of type ${type} has no elements`);
    }
    if (["author", "contributor"].includes(name)) {
      say(named(child, "name").length === 1, "3.2.1", `${name} has exactly one name`);
      say((named(child, "name")[0]?.text ?? "") !== "", "3.2.1", `${name} has a name that says something`);
    }
  }
}

const feedMembers = new Set([
  ...["version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon"],
  ...["authors", "language", "expired", "hubs", "items"],
]);
const itemMembers = new Set([
  ...["id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"],
  ...["date_published", "date_modified", "authors", "tags", "language", "attachments"],
]);

/** What a document breaks of JSON Feed 1.1. Empty: nothing. */
export function brokenInJsonFeed(text: string): string[] {
  const broken: string[] = [];
  const say = (condition: boolean, what: string) => condition || broken.push(what);
  const feed = JSON.parse(text) as Record<string, unknown>;
  const isText = (value: unknown) => typeof value === "string" && value !== "";
  const isAddress = (value: unknown) => typeof value === "string" && URL.canParse(value);
  const isKnown = (members: Set<string>) => (name: string) => members.has(name) || name.startsWith("_");
  say(feed.version === "https://jsonfeed.org/version/1.1", "version is the address of 1.1");
  say(isText(feed.title), "title is there");
  say(Object.keys(feed).every(isKnown(feedMembers)), "every member is known");
  for (const name of ["home_page_url", "feed_url", "icon", "favicon", "next_url"]) {
    say(feed[name] === undefined || isAddress(feed[name]), `${name} is an address`);
  }
  say(feed.language === undefined || /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(String(feed.language)), "language is a tag");
  const authors = (feed.authors ?? []) as Record<string, unknown>[];
  say(
    authors.every((author) => ["name", "url", "avatar"].some((name) => isText(author[name]))),
    "an author says who",
  );
  say(Array.isArray(feed.items), "items is a list");
  const items = (feed.items ?? []) as Record<string, unknown>[];
  for (const item of items) {
    say(isText(item.id), "an item has an id that is text");
    say(isText(item.content_html) || isText(item.content_text), "an item has content");
    say(item.url === undefined || isAddress(item.url), "an item’s url is an address");
    say(Object.keys(item).every(isKnown(itemMembers)), "every member of an item is known");
    for (const name of ["date_published", "date_modified"]) {
      say(item[name] === undefined || instant.test(String(item[name])), `${name} is an instant`);
    }
    say(item.tags === undefined || (item.tags as unknown[]).every(isText), "tags are texts");
  }
  say(new Set(items.map(({ id }) => id)).size === items.length, "no two items have the same id");
  return broken;
}
