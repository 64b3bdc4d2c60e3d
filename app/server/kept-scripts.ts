const scriptTag = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const data = /^ type="application\/ld\+json"$/;
const ownFile = /^ type="module" src="\/[a-z-]+\.js"$/;

/**
 * The first script of a page that its policy for kept pages would not let run, or could not tell from one that somebody
 * typed: anything but data, and files of our own origin without a word inside the tag. Null is well.
 */
export function findForbiddenScript(html: string): string | null {
  const opened = html.match(/<script\b/gi)?.length ?? 0;
  const tags = [...html.matchAll(scriptTag)];
  const forbidden = tags.find(
    ([, attributes = "", text]) => !data.test(attributes) && !(ownFile.test(attributes) && text === ""),
  );
  if (forbidden) return forbidden[0].slice(0, 200);
  return opened === tags.length ? null : "a script without an end";
}
