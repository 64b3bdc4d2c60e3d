/**
 * Which domain may import which. Read top to bottom: each imports only those above it.
 * This is the map of the product; change it in a commit of its own.
 */
const domains = {
  audit: [],
  notifications: ["audit"],
  matching: [],
  accounts: ["audit", "notifications"],
  documents: ["accounts", "audit"],
  access: ["accounts", "audit", "documents", "notifications"],
  "trust-page": ["accounts", "audit", "documents", "notifications"],
  subscriptions: ["accounts", "audit", "notifications", "trust-page"],
  "knowledge-base": ["accounts", "audit", "documents", "matching", "notifications", "trust-page"],
  questionnaires: ["access", "accounts", "audit", "documents", "knowledge-base", "matching", "notifications"],
};

/** The one door to each vendor. */
const vendors = {
  "^lucia$|^@lucia-auth/": "^app/domain/accounts/sessions\\.server\\.ts$",
  "^resend$": "^app/platform/mailer\\.server\\.ts$",
  "^@react-pdf/": "-pdf\\.server\\.tsx$|^app/platform/pdf\\.server\\.ts$",
  "^pg$": "^db/client\\.server\\.ts$|^tests/support/",
  "^@electric-sql/pglite$": "^db/embedded\\.server\\.ts$|^tests/support/",
  "^@cantoo/pdf-lib$":
    "^app/domain/documents/|^app/domain/questionnaires/formats/pdf-patch\\.server\\.ts$|^tests/|^scripts/",
  "^pdfjs-dist$": "^app/domain/documents/trace/render-pages\\.server\\.ts$|^tests/|^scripts/",
  "^@napi-rs/canvas$":
    "^app/platform/drawing\\.server\\.ts$|^app/domain/documents/trace/render-pages\\.server\\.ts$|^tests/|^scripts/",
  "^unpdf$": "^app/domain/questionnaires/formats/pdf-reader\\.server\\.ts$|^tests/",
};

const allow = (names) => `^app/domain/(${names.join("|")})/|^app/domain/[^/]+\\.ts$`;

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    error("no-cycles", "A cycle means that two files are one file, or three.", {}, { circular: true }),
    error(
      "routes-are-the-top",
      "Nothing imports a route, not even a route; a loader's type is the exception.",
      { pathNot: "^tests/" },
      { path: "^app/routes/", dependencyTypesNot: ["type-only"] },
    ),
    error(
      "routes-hold-no-sql",
      "Routes hand `db` on; only domains query it.",
      { path: "^app/routes/" },
      { path: "^(node_modules/)?(kysely|pg)(/|$)|^db/(?!client\\.server)" },
    ),
    error(
      "routes-use-domains",
      "A route imports domains, http and components.",
      { path: "^app/routes/" },
      { path: "^(app/platform|emails|scripts|tests)/" },
    ),
    error(
      "domain-knows-no-http",
      "A domain must also run from a job, a script or a test.",
      { path: "^app/domain/", pathNot: "/ui/" },
      { path: "^app/(routes|http|components)/|^node_modules/(@remix-run|react-router)/" },
    ),
    error(
      "components-know-no-domain",
      "The design system would serve another product.",
      { path: "^app/components/" },
      { path: "^(app/(?!components/|messages/)|db/|emails/)" },
    ),
    error(
      "messages-know-nothing",
      "The texts of the pages take what they name as parameters; nothing of ours stands below them.",
      { path: "^app/messages/" },
      { path: "^(app/(?!messages/)|db/|emails/|scripts/|tests/)" },
    ),
    error(
      "platform-knows-no-domain",
      "Platform adapts the outside world. It doesn't know what we sell.",
      { path: "^app/platform/" },
      { path: "^app/(routes|http|components|domain)/|^emails/" },
    ),
    error(
      "http-knows-accounts-only",
      "Guards need to know who is asking; nothing here knows what they ask for.",
      { path: "^app/http/" },
      { path: "^app/domain/(?!accounts/|errors\\.ts)|^app/components/|^emails/" },
    ),
    error(
      "emails-leave-by-one-door",
      "Only notifications/ sends.",
      { path: "^app/", pathNot: "^app/domain/notifications/" },
      { path: "^emails/" },
    ),
    error(
      "emails-are-templates",
      "An email gets its words and props handed in.",
      { path: "^emails/" },
      { path: "^(app|db|scripts|tests)/" },
    ),
    error(
      "db-knows-no-app",
      "Schema and migrations stand alone.",
      { path: "^db/" },
      { path: "^(app|emails|scripts|tests)/" },
    ),
    error(
      "migrations-are-frozen",
      "A migration must run the same in five years: it imports kysely and nothing of ours.",
      { path: "^db/migrations/(?!migrations\\.ts$)" },
      { path: "^(app|db|emails|scripts|tests)/" },
    ),
    error("nothing-imports-tests", "", { pathNot: "^tests/" }, { path: "^tests/" }),
    error(
      "internal-is-private",
      "Files in internal/ belong to the domain around them.",
      { path: "^app/", pathNot: "^app/domain/([^/]+)/" },
      { path: "^app/domain/[^/]+/internal/" },
    ),
    error(
      "internal-is-private-to-its-domain",
      "",
      { path: "^app/domain/([^/]+)/" },
      { path: "^app/domain/[^/]+/internal/", pathNot: "^app/domain/$1/" },
    ),
    error(
      "downloads-go-through-access",
      "Only access/ may read a stored file: it checks the grant first.",
      { path: "^app/", pathNot: "^app/domain/(access|documents)/" },
      { path: "^app/domain/documents/stored-file\\.server\\.ts$" },
    ),
    error("ui-runs-in-the-browser", "", { path: "^app/(components/|domain/[^/]+/ui/)" }, { path: "\\.server\\.tsx?$" }),

    ...Object.entries(domains).map(([name, uses]) =>
      error(
        `domain-order-${name}`,
        `${name} may import: ${uses.join(", ") || "no other domain"}.`,
        { path: `^app/domain/${name}/` },
        { path: "^app/domain/", pathNot: allow([name, ...uses]) },
      ),
    ),
    ...Object.entries(vendors).map(([vendor, door]) =>
      error(
        `one-door-to-${vendor.replace(/\W+/g, "")}`,
        `Only ${door} may import it.`,
        { pathNot: door },
        { path: vendor.replaceAll("^", "^node_modules/").replaceAll("$", "/") },
      ),
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^build/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
