import plexSansLatin from "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url";

/** For the root route's `links`: the one face that every page needs at once. */
export const fontPreload = [
  { rel: "preload", as: "font", type: "font/woff2", href: plexSansLatin, crossOrigin: "anonymous" as const },
];
