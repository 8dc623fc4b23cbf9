import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const sources = resolve(import.meta.dirname ?? ".", "api/web/src");
// Every file at the top of the sources is the island of a page; what several share lies in folders.
const islands = readdirSync(sources).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "api/web/dist",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: Object.fromEntries(islands.map((name) => [name.slice(0, -3), resolve(sources, name)])),
      output: { entryFileNames: "[name].js", chunkFileNames: "shared-[name].js" },
    },
  },
  test: { include: ["tests/web/**/*.test.ts"], environment: "jsdom", setupFiles: ["tests/web/setting.ts"] },
});
