import { isSameSpan } from "#app/domain/matching/time-spans.ts";
import { normalisedText } from "#app/domain/matching/words.ts";
import { overlap, trigramsOf } from "#app/domain/matching/wording-similarity.ts";
import { type Fact, type FactKind, factsIn } from "./facts.ts";
import type { Finding, FindingKind, LookedAt } from "./finding.ts";
import { afterShortForm, sentencesIn, stemsIn, yesOrNo } from "./sentences.ts";

const nearlyTheSame = 0.82;
const denied = 0.72;
const fewestStems = 3;
const negation = /\b(?:not|no|never|none|cannot|without|nor|neither|n't|planned|roadmap|future|will be)\b|n['’]t\b/i;

type Prepared = LookedAt & {
  asked: Set<string>;
  sentences: { text: string; stems: Set<string> }[];
  trigrams: Set<string>;
  normalised: string;
  facts: Fact[];
};

/** A step of the work, after which others may have their turn. */
type Steps<Result> = Generator<undefined, Result>;

/** What can be seen to be wrong between two answers, in steps of a few milliseconds. Their order does not matter. */
export function* findingsInSteps(answers: LookedAt[]): Steps<Finding[]> {
  const prepared: Prepared[] = [];
  for (const answer of answers) {
    prepared.push(prepare(answer));
    yield;
  }
  const rarity = yield* rarityAmong(prepared);
  return [
    ...(yield* sameQuestions(prepared, rarity)),
    ...(yield* deniedElsewhere(prepared, rarity)),
    ...differingFacts(prepared),
  ];
}

/** The same at once. */
export function findingsTogether(answers: LookedAt[]): Finding[] {
  const steps = findingsInSteps(answers);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function prepare(answer: LookedAt): Prepared {
  const sentences = sentencesIn(afterShortForm(answer.text)).map((text) => ({ text, stems: new Set(stemsIn(text)) }));
  return {
    ...answer,
    asked: new Set(stemsIn(answer.question)),
    sentences,
    trigrams: trigramsOf(answer.question),
    normalised: normalisedText(answer.question),
    facts: factsIn(answer),
  };
}

type Rarity = (stem: string) => number;

/** Inverse document frequency over questions and answers, in nats. */
function* rarityAmong(answers: Prepared[]): Steps<Rarity> {
  const seen = new Map<string, number>();
  for (const { asked, sentences } of answers) {
    for (const stem of new Set([...asked, ...sentences.flatMap(({ stems }) => [...stems])])) {
      seen.set(stem, (seen.get(stem) ?? 0) + 1);
    }
    yield;
  }
  return (stem) => Math.log((2 + answers.length) / (1 + (seen.get(stem) ?? 0)));
}

/** What more than these have in common tells nothing, and would be gone through for ever. */
const mostHolders = 100;

function* pairsSharing<Item>(items: Item[], keysOf: (item: Item) => Iterable<string>): Generator<[Item, Item]> {
  const byKey = new Map<string, number[]>();
  items.forEach((item, place) => {
    for (const key of keysOf(item)) {
      const places = byKey.get(key);
      if (places) places.push(place);
      else byKey.set(key, [place]);
    }
  });
  const done = new Set<number>();
  for (const places of byKey.values()) {
    if (places.length > mostHolders) continue;
    for (const [at, a] of places.entries()) {
      for (const b of places.slice(at + 1)) {
        if (a === b || done.has(a * items.length + b)) continue;
        done.add(a * items.length + b);
        yield [items[a]!, items[b]!];
      }
    }
  }
}

function* sameQuestions(answers: Prepared[], rarity: Rarity): Steps<Finding[]> {
  const findings: Finding[] = [];
  for (const [a, b] of pairsSharing(answers, (answer) => [answer.normalised, ...rarestPairs(answer, rarity)])) {
    yield;
    const same = a.normalised === b.normalised;
    if (!same && overlap(a.trigrams, b.trigrams) < nearlyTheSame) continue;
    const [one, other] = [yesOrNo(a.short ?? a.text), yesOrNo(b.short ?? b.text)];
    const differ = one !== null && other !== null && one !== other;
    const [kind, sentence]: [FindingKind, string] = differ
      ? ["conflict", "One says yes, the other no, to nearly the same question."]
      : same
        ? ["duplicate", "Both answer the same question."]
        : ["near-duplicate", "Both answer nearly the same question."];
    findings.push({ kind, answers: [a.id, b.id], sentence, shown: [a.question, b.question] });
  }
  return findings;
}

const telling = 5;

/** Two by two of the rarest stems of a question: those that are nearly the same share at least one pair. */
function rarestPairs({ asked }: Prepared, rarity: Rarity): string[] {
  const rarest = [...asked].toSorted((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1)).slice(0, telling);
  if (rarest.length < 2) return rarest;
  const sorted = rarest.toSorted();
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one} ${other}`));
}

/** A question answered with no, though another answer says in a sentence that it is so. */
function* deniedElsewhere(answers: Prepared[], rarity: Rarity): Steps<Finding[]> {
  const sentences = answers
    .filter((answer) => yesOrNo(answer.short ?? answer.text) !== "no")
    .flatMap((answer) => answer.sentences.map((sentence) => ({ ...sentence, answer })))
    .filter(({ text }) => !negation.test(text));
  const having = new Map<string, number[]>();
  sentences.forEach(({ stems }, place) => {
    for (const stem of stems) {
      const places = having.get(stem);
      if (places) places.push(place);
      else having.set(stem, [place]);
    }
  });
  const denying = answers.filter(
    ({ short, text, question }) => yesOrNo(short ?? text) === "no" && !negation.test(question),
  );
  const findings: Finding[] = [];
  for (const no of denying) {
    yield;
    for (const [yes, { text }] of affirmedBy(no, { sentences, rarity, having })) {
      const sentence = `${no.key} says no to this, ${yes.key} says that it is so.`;
      findings.push({ kind: "conflict", answers: [no.id, yes.id], sentence, shown: [no.question, text] });
    }
  }
  return findings;
}

type Said = { text: string; stems: Set<string>; answer: Prepared };

/** The answers that affirm what one denies, each with the sentence that does. */
function affirmedBy(no: Prepared, { sentences, ...postings }: Postings & { sentences: Said[] }) {
  const stems = [...no.asked].toSorted((a, b) => postings.rarity(b) - postings.rarity(a));
  const whole = stems.reduce((sum, stem) => sum + postings.rarity(stem), 0);
  const best = new Map<Prepared, { text: string; share: number }>();
  for (const place of candidatesFor(stems, whole, postings)) {
    const { answer, text, stems: said } = sentences[place]!;
    const shared = stems.filter((stem) => said.has(stem));
    const share = shared.reduce((sum, stem) => sum + postings.rarity(stem), 0) / whole;
    if (share < denied || shared.length < fewestStems || share <= (best.get(answer)?.share ?? 0)) continue;
    best.set(answer, { text, share });
  }
  return best;
}

type Postings = { rarity: Rarity; having: Map<string, number[]> };

/** A sentence without any of the rarest stems, which weigh more than may be missing, cannot say enough. */
function candidatesFor(stems: string[], whole: number, { rarity, having }: Postings): Set<number> {
  const candidates = new Set<number>();
  let weight = 0;
  for (const stem of stems) {
    for (const place of having.get(stem) ?? []) candidates.add(place);
    weight += rarity(stem);
    if (weight > (1 - denied) * whole) break;
  }
  return candidates;
}

const howWords: Record<FactKind, string> = { deadline: "how soon", rhythm: "how often", count: "how many" };

/** Two figures for one thing, in two answers or within one. */
function differingFacts(answers: Prepared[]): Finding[] {
  const facts = answers.flatMap((answer) => answer.facts.map((fact) => ({ ...fact, answer })));
  const findings = new Map<string, Finding>();
  for (const [a, b] of pairsSharing(facts, ({ kind, of }) => [`${kind} ${of}`])) {
    const ids = [...new Set([a.answer.id, b.answer.id])];
    if (isSameSpan(a.value, b.value) || findings.has(ids.join(" "))) continue;
    const sentence = `${ids.length === 1 ? "It gives" : "They give"} two figures for ${a.of}: ${howWords[a.kind]}?`;
    findings.set(ids.join(" "), { kind: "conflict", answers: ids, sentence, shown: [a.sentence, b.sentence] });
  }
  return [...findings.values()];
}
