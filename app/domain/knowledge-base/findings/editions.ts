type Edition = { named: RegExp; by: string; since: string };

/** Editions and their successors, with the day from which the old one no longer counts or was withdrawn. */
const editions: Edition[] = [
  // The transition of certificates ended then: IAF MD 26.
  { named: /\bISO(?:\/IEC)? ?27001:2013\b/i, by: "ISO/IEC 27001:2022", since: "2025-10-31" },
  { named: /\bISO(?:\/IEC)? ?27002:2013\b/i, by: "ISO/IEC 27002:2022", since: "2022-02-15" },
  { named: /\bISO(?:\/IEC)? ?27018:2014\b/i, by: "ISO/IEC 27018:2019", since: "2019-01-31" },
  { named: /\bISO ?22301:2012\b/i, by: "ISO 22301:2019", since: "2019-10-31" },
  { named: /\bISO ?9001:2008\b/i, by: "ISO 9001:2015", since: "2018-09-15" },
  { named: /\bPCI[ -]DSS (?:v(?:ersion)? ?)?3(?:\.\d)*\b/i, by: "PCI DSS 4.0.1", since: "2024-03-31" },
  { named: /\bPCI[ -]DSS (?:v(?:ersion)? ?)?4\.0(?!\.1)\b/i, by: "PCI DSS 4.0.1", since: "2024-12-31" },
  { named: /\b800-53,? ?rev(?:ision|\.)? ?[34]\b/i, by: "NIST SP 800-53 Rev. 5", since: "2021-09-23" },
  { named: /\bSSAE[ -]?16\b/i, by: "SSAE 18", since: "2017-05-01" },
  { named: /\bFIPS(?: PUB)? 140-2\b/i, by: "FIPS 140-3", since: "2026-09-21" },
  { named: /\bPrivacy Shield\b/i, by: "the EU-U.S. Data Privacy Framework", since: "2020-07-16" },
];

/** Editions that had been replaced on a day, as the text spells them. */
export function replacedEditionsIn(text: string, today: string): { named: string; by: string }[] {
  return editions.flatMap(({ named, by, since }) => {
    const match = since <= today ? named.exec(text) : null;
    return match ? [{ named: match[0], by }] : [];
  });
}
