import { install, requireNode, root } from "./prepare.mjs";

requireNode();
process.chdir(root);
install();

process.env.NODE_ENV = "development";
const { createServer } = await import("vite");
const vite = await createServer({ server: { middlewareMode: true } });
const pages = () => vite.ssrLoadModule("virtual:remix/server-build");
const { entry } = await pages();
await entry.module.start(pages, vite.middlewares);
