// Builds the files that browsers load: `npm ci && npm run build` in this folder. What it writes is committed.
import { build } from "esbuild";

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
