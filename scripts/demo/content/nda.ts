export const nda = {
  title: "Mutual non-disclosure agreement",
  body: `# Mutual non-disclosure agreement

Between **Lindmere Systems Ltd**, 4 Cooperage Quay, Bristol, United Kingdom ("Lindmere") and the company that you name when you accept ("your company"). Either is called a "party" below.

## 1. Why we make this agreement

Your company wants to judge how Lindmere protects data, or already uses its services and reviews them. For that, Lindmere shows documents that are not public, such as its SOC 2 report. Your company may show Lindmere its own security questions and requirements. Each party keeps confidential what it gets from the other.

## 2. What is confidential

Confidential information is everything that one party (the "discloser") gives the other (the "recipient") through the Lindmere trust center, or in talks about it, and that is marked confidential or that a sensible person would see as confidential. It includes:

- reports of auditors and testers, and letters that go with them
- policies, plans, designs and descriptions of controls
- answers to security questionnaires, and the questionnaires themselves

It does not include information that

- is or becomes public without a breach of this agreement
- the recipient already had, or gets from someone who may pass it on
- the recipient works out by itself without using what it was given

## 3. What the recipient does

The recipient

- uses confidential information only to judge or review the security of the other party's services
- protects it with the care it gives its own confidential information, and no less than reasonable care
- shows it only to its staff and professional advisers who need it for that purpose and who are bound to keep it confidential
- does not publish it, and does not pass it to competitors of the discloser
- does not remove names, dates or marks that the discloser has put on a document

The recipient answers for the people to whom it shows the information.

## 4. What is particular to a SOC 2 report

An auditor writes a SOC 2 report for a limited group of readers: the company itself, its customers, those who consider becoming customers, their auditors, and regulators, all with enough knowledge to understand it. By accepting, your company says that it belongs to that group. It does not rely on the report for any other purpose, and it has no claim against the auditor because of this agreement.

## 5. When the law asks

If a court or an authority demands confidential information, the recipient may hand over what the law requires. It tells the discloser first where the law allows, and gives no more than is asked.

## 6. Copies, return and deletion

Each copy from the trust center carries the name of the person who downloaded it. The recipient may keep copies as long as it needs them for the purpose. When the discloser asks in writing, the recipient deletes them within 30 days. It may keep what the law or its own record rules require, and what sits in backups until they run out; this agreement goes on to protect that.

## 7. If something goes wrong

A recipient who learns that confidential information was lost or shown to someone without leave tells the discloser within 3 working days, and helps to limit the harm. Money may not be enough to make up for a breach, so the discloser may also ask a court to stop it.

## 8. What this agreement does not do

It gives no licence to patents, trade marks, copyrights or know-how. It obliges nobody to disclose, to buy or to sell. Information is given as it is, without a promise that it is complete, unless a contract between the parties says otherwise.

## 9. Time

The agreement starts when you accept and covers what is disclosed during the 2 years after that. The duties last 3 years from each disclosure. Either party may end the exchange at any time by writing to the other; the duties for what was already disclosed stay.

## 10. General

- If the parties have signed another confidentiality agreement that covers the same information, that agreement goes first.
- Changes need the written consent of both parties. A new version binds your company only when someone accepts it.
- If one term is not valid, the others stay.
- The law of England and Wales applies, and its courts decide. If your company's seat is in the European Union, the law and courts of the Netherlands take their place.

## 11. Acceptance

By typing your name and title you accept for your company, and you say that you may do so. We record the time, your e-mail address, and a fingerprint of this text, and send you a copy.
`,
};
