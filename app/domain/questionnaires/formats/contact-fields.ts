const detail =
  /\b(?:names?|dates?|e-?mails?|phone|telephone|fax|address|contacts?|signature|web ?site|url|job title|(?:completed|prepared|filled in|submitted|signed) by|duns|vat|registration number|industry|headquarters|firma|anschrift|ansprechpartner|datum|adresse|nom|fecha|nombre|bedrijf|naam)\b|^\W*(?:company|organi[sz]ation|vendor|supplier|provider|department|city|country|post ?code|title|position)\W*$/i;

const mostWords = 7;

/** Whether a text asks who answers rather than how they work: "Company name", "E-mail of your contact", "Date:". */
export function isContactField(text: string): boolean {
  return !text.includes("?") && text.trim().split(/\s+/).length <= mostWords && detail.test(text);
}
