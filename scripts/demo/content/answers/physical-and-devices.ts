import type { WrittenAnswer } from "../shapes.ts";

export const physicalAndDevices: WrittenAnswer[] = [
  {
    key: "data-centre-security",
    question: "What physical security protects the data centres?",
    answer:
      "The data centres are run by Aldervale Cloud: fences, guards at all hours, two-step entry with biometrics, cameras with 90 days of recording, and escorted visitors. None of our staff can enter them. We review the provider's SOC 2 report each year for these controls.",
    short: null,
    tags: ["data centre", "physical"],
    reviewedDaysAgo: 104,
    cites: { controls: ["PH-02"], criteria: ["CC6.4"] },
  },
  {
    key: "office-security",
    question: "How are your offices physically secured?",
    answer:
      "Doors open by badge, visitors sign in and are accompanied, and cameras watch the entrances. Badges of leavers stop working with their accounts. Offices hold no servers and no customer data, and their network gives no access to production.",
    short: null,
    tags: ["offices", "physical"],
    owner: "admin",
    reviewedDaysAgo: 223,
    cites: { controls: ["PH-01"], criteria: ["CC6.4"] },
  },
  {
    key: "laptops",
    question: "Are employee laptops centrally managed and encrypted?",
    answer:
      "Yes. All laptops are company property under one management: full disk encryption, lock after 5 minutes, endpoint detection, and updates forced after 14 days. One that falls out of line loses access within an hour and can be erased from afar.",
    short: "Yes",
    tags: ["endpoints", "mdm"],
    reviewedDaysAgo: 139,
    cites: { controls: ["EP-01"], criteria: ["CC6.7", "CC6.8"] },
  },
  {
    key: "anti-malware-endpoints",
    question: "Is anti-malware software installed on endpoints?",
    answer:
      "Yes. Endpoint detection and response runs on every laptop, updates itself and cannot be switched off by the user. Alerts go to the engineer on call, who can cut the laptop off the network at once.",
    short: "Yes",
    tags: ["endpoints", "edr"],
    reviewedDaysAgo: 139,
    cites: { controls: ["EP-01", "OP-02"] },
  },
  {
    key: "removable-media",
    question: "Is the use of removable media restricted?",
    answer:
      "Yes. Laptops do not mount USB storage or memory cards. An exception needs approval for one device and 7 days, and the medium must be encrypted; there was none in the last 12 months.",
    short: "Yes",
    tags: ["removable media", "endpoints"],
    reviewedDaysAgo: 139,
    cites: { controls: ["EP-01"], criteria: ["CC6.7"] },
  },
  {
    key: "byod",
    question: "May employees use personal devices for work?",
    answer:
      "Partly. Mail and chat may be used on a personal phone inside a managed profile that can be erased on its own. Code, production and customer data can be reached only from company laptops.",
    short: "Partial",
    tags: ["byod", "mobile"],
    reviewedDaysAgo: 139,
    cites: { controls: ["EP-01", "AC-01"] },
  },
  {
    key: "media-disposal",
    question: "How is storage media disposed of securely?",
    answer:
      "Laptops are erased cryptographically, then their storage is shredded by a contractor who gives us a record for each serial number. Discs in the data centres are destroyed on site by the hosting provider; its report describes how.",
    short: null,
    tags: ["disposal"],
    reviewedDaysAgo: 223,
    cites: { controls: ["EP-02", "PH-02"], criteria: ["CC6.5"] },
  },
];
