import { build, install, requireNode, root } from "./prepare.mjs";

requireNode();
process.chdir(root);
install();
build();
