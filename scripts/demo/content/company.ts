import type { ProductKey } from "./shapes.ts";

export const products: { key: ProductKey; name: string; description: string; inReport: boolean }[] = [
  {
    key: "relay",
    name: "Lindmere Relay",
    description:
      "Carries meter readings, supplier switches and settlement files between energy companies, and proves delivery.",
    inReport: true,
  },
  {
    key: "almanac",
    name: "Lindmere Almanac",
    description: "Keeps the history of consumption and generation, with reports, forecasts and an API.",
    inReport: true,
  },
  {
    key: "fieldbook",
    name: "Lindmere Fieldbook",
    description: "A mobile app for meter technicians. Early access, not in the scope of our report yet.",
    inReport: false,
  },
];

export const company = {
  name: "Lindmere",
  legalName: "Lindmere Systems Ltd",
  website: "https://lindmere.example",
  tagline: "Energy data, delivered and accounted for",
  description:
    "Lindmere moves energy data between 140 grid operators, suppliers and aggregators in 9 countries: about 38 million messages a day, each with proof of delivery.",
  securityEmail: "security@lindmere.example",
  contactEmail: "trust@lindmere.example",
  privacyEmail: "privacy@lindmere.example",
  headquarters: "4 Cooperage Quay, Bristol, United Kingdom",
  offices: ["Bristol, United Kingdom", "Rotterdam, Netherlands"],
  foundedIn: 2014,
  employees: 96,
  brandColor: "#3d3f9f",
  logoFile: "logo.png",
  footerLinks: [
    { label: "Privacy notice", href: "https://lindmere.example/privacy" },
    { label: "Service status", href: "https://status.lindmere.example" },
  ],
  systemName: "Lindmere Exchange platform",
  products,
};

export function productName(key: ProductKey): string {
  return products.find((product) => product.key === key)!.name;
}

export const signatories = {
  chiefExecutive: { name: "Rosalind Achterberg", title: "Chief Executive Officer" },
  headOfSecurity: { name: "Maren Thistlewood", title: "Head of Security" },
  dataProtectionOfficer: { name: "Hanneke Oudendijk", title: "Data Protection Officer" },
};
