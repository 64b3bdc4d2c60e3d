export const acceptButton = "Accept the NDA";
export const authoritySentence = "I have authority to accept this agreement for this company.";

export const consentSentence = (nda: { title: string; number: number }): string =>
  `By pressing “${acceptButton}” I sign the ${nda.title}, version ${nda.number}, for the company named above, and I agree to do so electronically.`;

/**
 * All words that the page puts before the signer, in their order. Its SHA-256 is kept with the acceptance, so that what
 * was shown can be shown again and compared.
 */
export const wordsOfThePage = (nda: { title: string; number: number; body: string }): string =>
  [
    "candor-nda-page-1",
    nda.title,
    `version ${nda.number}`,
    nda.body,
    authoritySentence,
    consentSentence(nda),
    acceptButton,
  ].join("\n\n");
