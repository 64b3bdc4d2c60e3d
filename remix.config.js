/**
 * What Remix needs to know about this app. Read by vite.config.ts.
 *
 * `v3_singleFetch` and `v3_lazyRouteDiscovery` stay off: their decoders are the part of Remix 2 with open advisories.
 * See app/decisions.md.
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  ignoredRouteFiles: ["**/*.css", "**/*.md"],
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
