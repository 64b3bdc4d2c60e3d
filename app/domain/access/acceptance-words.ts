export const acceptButton = "Accept the NDA";
export const authoritySentence = "I have authority to accept this agreement for this company.";
export const pageTemplate = "candor-nda-page-1";

type Nda = { title: string; number: number; body: string; format: "markdown" | "pdf"; sha256: string };

export const consentSentence = (nda: { title: string; number: number }): string =>
  `By pressing “${acceptButton}” I sign the ${nda.title}, version ${nda.number}, for the company named above, and I agree to do so electronically.`;

/**
 * All words that the page puts before the signer, in their order. Its SHA-256 is kept with the acceptance, so that what
 * was shown can be shown again and compared. A PDF stands in it by its SHA-256.
 */
export const wordsOfThePage = (nda: Nda): string =>
  [
    pageTemplate,
    nda.title,
    `version ${nda.number}`,
    nda.format === "pdf" ? `PDF, SHA-256 ${nda.sha256}` : nda.body,
    authoritySentence,
    consentSentence(nda),
    acceptButton,
  ].join("\n\n");
