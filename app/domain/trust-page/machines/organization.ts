import type { TrustPage } from "../trust-page.ts";

/** For search engines, as schema.org has it; a block of data in the page's head that no browser runs. */
export function organization({ name, legalName, website, description, ...company }: TrustPage["company"]) {
  const { securityEmail, contactEmail } = company;
  const contact = (contactType: string, email: string) => ({ "@type": "ContactPoint", contactType, email });
  return {
    "@context": "https://schema.org",
    "@type": "Organization",
    name,
    ...(legalName && { legalName }),
    ...(website && { url: website }),
    ...(description && { description }),
    contactPoint: [
      ...(securityEmail ? [contact("security", securityEmail)] : []),
      ...(contactEmail ? [contact("customer support", contactEmail)] : []),
    ],
  };
}
