import type { Heading, HeaderKind } from "#app/domain/questionnaires/formats/heading.ts";

/**
 * What columns are called in German, French, Spanish, Dutch, Italian and Portuguese, without accents. A word counts
 * when it starts with one of these, or ends with one of `endings` (German and Dutch put words together).
 */
const words: readonly (readonly [HeaderKind, readonly string[]])[] = [
  [
    "reviewer",
    [
      ...["bewertung", "gewicht", "punkte", "prufer", "intern", "evaluat", "ponderat", "reserve", "beoordel", "weging"],
      ...["puntuaci", "peso", "valutazion", "punteggio", "pontuac", "avaliac", "notation"],
    ],
  ],
  [
    "guidance",
    [
      ...["hinweis", "hilfe", "beispiel", "ausfull", "erwartet", "aide", "consigne", "exemple", "ayuda", "ejemplo"],
      ...["guia", "instruccion", "uitleg", "instructie", "voorbeeld", "esempio", "istruzion", "orientac", "exemplo"],
    ],
  ],
  ["history", ["anderung", "autor", "datum", "modification", "auteur", "cambio", "wijziging", "modifica"]],
  [
    "comment",
    [
      ...[
        "kommentar",
        "bemerkung",
        "anmerkung",
        "erlauter",
        "begrund",
        "erganz",
        "commentaire",
        "remarque",
        "precision",
      ],
      ...["explication", "comentario", "observac", "justificac", "detalle", "opmerking", "toelicht", "onderbouw"],
      ...["comment", "osservazion", "spiegazion", "dettagl", "detalhe", "explicac"],
    ],
  ],
  [
    "section",
    [
      ...[
        "bereich",
        "kategorie",
        "thema",
        "abschnitt",
        "kapitel",
        "domaine",
        "theme",
        "categorie",
        "rubrique",
        "chapitre",
      ],
      ...[
        "ambito",
        "categoria",
        "seccion",
        "dominio",
        "tema",
        "onderwerp",
        "domein",
        "hoofdstuk",
        "sezione",
        "capitolo",
      ],
      ...["secao", "seccao", "themengebiet", "rubriek"],
    ],
  ],
  ["id", ["kennung", "ziffer", "lfd", "numero", "num", "nummer", "vraagnummer", "fragennummer", "codigo", "codice"]],
  [
    "answer",
    [
      ...["antwort", "erfull", "umgesetzt", "umsetzung", "reifegrad", "reponse", "conforme", "conformite", "respuesta"],
      ...["cumple", "cumplimiento", "antwoord", "voldoet", "risposta", "resposta", "status", "svar"],
    ],
  ],
  [
    "question",
    [
      ...["frage", "anforderung", "kriterium", "massnahme", "exigence", "controle", "critere", "pregunta", "requisito"],
      ...["vraag", "eis", "eisen", "maatregel", "domanda", "pergunta", "questao", "questione", "mesure", "medida"],
      ...["fraga", "fragor", "spørgsmal", "sp\u00f8rsmal", "krav"],
    ],
  ],
];

/** Proof rather than words. */
const evidence = ["nachweis", "preuve", "evidenci", "evidenz", "bewijs", "prova"];

const endings: readonly (readonly [HeaderKind, RegExp])[] = [
  ["id", /(?:nummer|nr)$/],
  ["question", /(?:frage|fragen|vraag|vragen|anforderung)$/],
  ["answer", /(?:antwort|antwoord|status)$/],
  ["section", /(?:bereich|gebiet)$/],
];

/** What a heading in another language means, or null. `plain` is in lower case, with single spaces. */
export function foreignHeading(plain: string): Heading | null {
  const parts = plain.normalize("NFD").replaceAll(/\p{M}/gu, "").split(" ");
  const kind = words.find(([, stems]) => startsOne(parts, stems))?.[0] ?? kindByEnding(parts);
  if (kind) return { kind, strength: parts.length <= 2 ? 3 : 2 };
  return startsOne(parts, evidence) ? { kind: "comment", strength: 1 } : null;
}

function startsOne(parts: readonly string[], stems: readonly string[]): boolean {
  return stems.some((stem) => parts.some((part) => (stem.length > 3 ? part.startsWith(stem) : part === stem)));
}

function kindByEnding(parts: readonly string[]): HeaderKind | null {
  return endings.find(([, ending]) => parts.some((part) => ending.test(part)))?.[0] ?? null;
}
