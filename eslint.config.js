import tseslint from "typescript-eslint";

const everywhere = [
  {
    selector: "JSXAttribute[name.name='style']",
    message: "The content security policy blocks inline styles; use a class or an SVG attribute.",
  },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Render elements, not HTML." },
  {
    selector: "CallExpression[callee.object.name='sql'][callee.property.name=/^(raw|lit)$/]",
    message: "Build SQL with parameters.",
  },
];

const size = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ["build/", "node_modules/", "data/", "public/", "dependency-rules.cjs"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-console": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["app/domain/**"],
    rules: { "max-lines": size(250), "max-lines-per-function": size(60), "max-params": ["error", 3] },
  },
  {
    files: ["app/domain/*/ui/**", "app/components/**"],
    rules: { "max-lines-per-function": size(120) },
  },
  {
    files: ["app/**", "db/**", "emails/**"],
    ignores: ["db/client.server.ts", "app/platform/env.server.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read settings from app/platform/env.server.ts." },
      ],
    },
  },
  {
    files: ["app/**", "db/**", "emails/**"],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere],
    },
  },
  {
    files: ["app/routes/**"],
    rules: {
      "max-lines": size(150),
      "no-restricted-syntax": [
        "error",
        ...everywhere,
        {
          selector: "MemberExpression[object.name='db']",
          message: "A route hands `db` to a domain function; it never queries.",
        },
        {
          selector: "TryStatement",
          message: "Let it throw: the policy wrappers and the ErrorBoundary know what to do.",
        },
      ],
    },
  },
  { files: ["emails/**", "**/*-pdf.server.tsx", "db/migrations/**"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    rules: { "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }] },
  },
  { files: ["scripts/**", "tests/**"], rules: { "no-console": "off" } },
);
