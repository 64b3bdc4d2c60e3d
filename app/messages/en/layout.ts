/** What stands around every page, and in the parts that all of them share. */
export const layout = {
  trustCenter: "Trust center",
  skipToContent: "Skip to content",
  onThisPage: "On this page",
  languages: "Language",
  signIn: "Sign in",
  signOut: "Sign out",
  close: "Close",
  optional: "(optional)",
  thingsToPutRight: (count: number) => (count === 1 ? "One thing to put right" : `${count} things to put right`),
  steps: {
    label: "Where this stands",
    done: "Done: ",
    now: "Now: ",
    todo: "To come: ",
    stopped: "Stopped: ",
  },
  audiences: { public: "Public", "on-request": "On request", nda: "NDA", internal: "Internal" },
  copy: "Copy",
  copied: "Copied",
};

export const errorPages = {
  titles: {
    401: "You are signed out",
    403: "This is not open to you",
    404: "There is no such page",
    409: "Something changed in the meantime",
    413: "This is too large",
    422: "This could not be used",
    429: "Too many tries",
  } as Record<number, string>,
  otherTitle: "This did not work",
  otherMessage: "The address may be old, or what it named may be gone.",
  mistakeTitle: "Our mistake",
  mistakeMessage: "We could not show this page. It is on record; try again in a minute.",
  toTrustPage: "Go to the trust page",
};
