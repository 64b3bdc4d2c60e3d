import { build, install, requireNode, root } from "./prepare.mjs";

requireNode();
process.chdir(root);
install();
build();

process.env.NODE_ENV ||= "production";
try {
  const pages = await import("../build/server/index.js");
  await pages.entry.module.start(pages);
} catch (error) {
  const told = ["DirectoryInUse", "BadSettings"].includes(error?.constructor?.name);
  if (error?.code === "EADDRINUSE") process.stderr.write(`Port ${error.port} is in use. Choose another with PORT.\n`);
  else process.stderr.write(`Candor could not start.\n${told ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
