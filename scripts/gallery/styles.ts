import path from "node:path";
import tailwindcss from "@tailwindcss/vite";
import { build } from "vite";

/** Builds the app's stylesheet as the app's own build does, and returns its address from `folder`. */
export async function buildStyles(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "warn",
    base: "./",
    plugins: [tailwindcss()],
    build: {
      outDir: path.resolve(folder),
      emptyOutDir: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: "scripts/gallery/gallery.css", output: { assetFileNames: "assets/[name][extname]" } },
    },
  });
  return "assets/gallery.css";
}
