// Bundles the pages' scripts and styles into ../assets. The same sources and locked versions give the same bytes.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const here = new URL(".", import.meta.url).pathname;
await build({
  absWorkingDir: here,
  entryPoints: { site: "main.ts", theme: "theme.ts", parquet: "parquet.ts", style: "site.css" },
  entryNames: "[name]",
  outdir: "../assets",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});

// What the bundle was made of, so that a test without Node can tell whether it is of today's sources.
const digest = createHash("sha256");
const names = (await readdir(here, { recursive: true })).filter(
  (name) => !name.startsWith("node_modules") && /\.(ts|css|mjs|json)$/.test(name),
);
for (const name of names.sort()) {
  const content = await readFile(here + name);
  digest.update(`${name} ${content.length} `);
  digest.update(content);
}
await writeFile(`${here}../assets/made-of.txt`, `${digest.digest("hex")}\n`);
