import { asXml } from "./xml.ts";

/** `at`: an instant. `id`: for good, whatever address the entry moves to. */
export type FeedEntry = { id: string; at: string; url: string; title: string; text: string; topic: string };

export type Feed = {
  title: string;
  description: string;
  author: string;
  /** Its own address without the ending, and the page that shows the same. */
  address: string;
  page: string;
  /** For a feed that has no entries yet. */
  emptySince: string;
  entries: FeedEntry[];
};

/** RFC 4287. */
export function atom(feed: Feed): string {
  const self = `${feed.address}.atom`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${asXml(self)}</id>
<title>${asXml(feed.title)}</title>
<subtitle>${asXml(feed.description)}</subtitle>
<updated>${feed.entries[0]?.at ?? feed.emptySince}</updated>
<author><name>${asXml(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${asXml(self)}"/>
<link rel="alternate" type="text/html" href="${asXml(feed.page)}"/>
${feed.entries.map(atomEntry).join("")}</feed>
`;
}

const atomEntry = ({ id, at, url, title, text, topic }: FeedEntry): string => `<entry>
<id>${id}</id>
<title>${asXml(title)}</title>
<updated>${at}</updated>
<published>${at}</published>
<link rel="alternate" type="text/html" href="${asXml(url)}"/>
<category term="${asXml(topic)}"/>
<content type="text">${asXml(text)}</content>
</entry>
`;

/** JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const written = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: `${feed.address}.json`,
    description: feed.description,
    language: "en",
    authors: [{ name: feed.author }],
    items: feed.entries.map(({ id, at, url, title, text, topic }) => ({
      id,
      url,
      title,
      content_text: text,
      date_published: at,
      tags: [topic],
    })),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
