// Finds in the entries of /search.json as the server does (app/domain/trust-page/search.ts); a test holds the two together.
const [longestQuery, mostTerms] = [100, 10];
const [snippetLength, snippetLead] = [160, 50];

const fold = (sign) => sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
const folded = (text) => {
  const at = [];
  let plain = "";
  let position = 0;
  for (const sign of text) {
    const piece = fold(sign);
    for (let index = 0; index < piece.length; index++) at.push(position);
    plain += piece;
    position += sign.length;
  }
  at.push(position);
  return { text: plain, at };
};
const termsOf = (query) =>
  [
    ...new Set(
      folded(query)
        .text.split(/\s+/)
        .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")),
    ),
  ]
    .filter((word) => word !== "")
    .slice(0, mostTerms);
const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
const weightIn = (text, term) => {
  let best = 0;
  for (let at = text.indexOf(term); at >= 0 && best < 3; at = text.indexOf(term, at + 1)) {
    const [begins, ends] = [!isLetter(text[at - 1]), !isLetter(text[at + term.length])];
    best = Math.max(best, begins ? (ends ? 3 : 2) : 1);
  }
  return best;
};
const marksIn = ({ text, at }, terms) => {
  const ranges = [];
  for (const term of terms) {
    for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + term.length)) {
      ranges.push([at[from], at[from + term.length]]);
    }
  }
  ranges.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return ranges.filter(([from], index) => ranges.slice(0, index).every(([, to]) => to <= from));
};
const pieces = (text, marks) => {
  const cut = [];
  let done = 0;
  for (const [from, to] of marks) {
    if (from > done) cut.push([text.slice(done, from), false]);
    cut.push([text.slice(from, to), true]);
    done = to;
  }
  if (done < text.length) cut.push([text.slice(done), false]);
  return cut;
};
const snippet = (text, marks) => {
  const first = marks[0]?.[0] ?? 0;
  const from = first <= snippetLead ? 0 : text.lastIndexOf(" ", first - snippetLead) + 1;
  const end = text.length <= from + snippetLength ? text.length : text.lastIndexOf(" ", from + snippetLength);
  const to = end > first ? end : Math.min(text.length, from + snippetLength);
  const within = marks.filter(([, until]) => until <= to).map(([start, until]) => [start - from, until - from]);
  const cut = pieces(text.slice(from, to), within);
  if (from > 0) cut.unshift(["… ", false]);
  if (to < text.length) cut.push([" …", false]);
  return cut;
};
export const find = (entries, query) => {
  const terms = termsOf(query.slice(0, longestQuery));
  if (terms.length === 0) return [];
  return entries
    .map((entry) => {
      const scores = terms.map((term) => 4 * weightIn(entry.title.text, term) + weightIn(entry.text.text, term));
      return { entry, score: scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => ({
      group: entry.group,
      url: entry.url,
      title: pieces(entry.written.title, marksIn(entry.title, terms)),
      snippet: snippet(entry.written.text, marksIn(entry.text, terms)),
    }));
};

export const prepared = ([group, title, text, url]) => ({
  ...{ group, url, written: { title, text } },
  ...{ title: folded(title), text: folded(text) },
});
