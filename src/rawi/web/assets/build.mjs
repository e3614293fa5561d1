// Builds the files that browsers load: `npm install && npm run build` in this folder. What it writes is committed, with a
// hash of what it was made of: a test fails where somebody changed a source and did not build.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

await build({
  entryPoints: ["rawi.ts", "review.ts", "reader.ts", "home.ts", "live.ts", "rawi.css", "reader.css"],
  outdir: "../static",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  external: ["*.woff2"],
  logLevel: "info",
});

const sources = [
  ...readdirSync(".").filter((name) => /\.(ts|css|mjs)$/.test(name) && !name.endsWith(".d.ts")).sort(),
  "../../views/drawing.css",
  "../../views/layers.css",
];
const hash = createHash("sha256");
for (const name of sources) hash.update(readFileSync(name));
writeFileSync("../static/built.txt", `${hash.digest("hex")}\n`);
