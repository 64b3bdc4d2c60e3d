import { spawnSync } from "node:child_process";
import { build, install, requireNode, root } from "./prepare.mjs";

requireNode();
process.chdir(root);
install();
build();

const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "test" },
});
process.exit(status ?? 1);
