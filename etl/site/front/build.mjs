// Bundles the pages' scripts and styles into ../assets. The same sources and locked versions give the same bytes.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const here = new URL(".", import.meta.url).pathname;
const assets = `${here}../assets/`;

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { site: "main.ts", theme: "theme.ts", parquet: "parquet.ts", style: "site.css" },
  entryNames: "[name]",
  outdir: assets,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
});
await writeFile(`${assets}licences.txt`, await licences(Object.keys(metafile.inputs)));
await writeFile(`${assets}made-of.txt`, `${await digest()}\n`);

// The licences of all packages that something of is in the bundles.
async function licences(inputs) {
  const folders = inputs.map((path) => /^(.*node_modules\/[^/]+)\//.exec(path)?.[1]).filter(Boolean);
  const texts = ["The scripts of these pages hold parts of the following packages.\n"];
  for (const folder of [...new Set(folders)].sort()) {
    const { name, version, license } = JSON.parse(await readFile(`${here}${folder}/package.json`, "utf8"));
    const file = (await readdir(here + folder)).find((one) => /^licen[cs]e/i.test(one));
    texts.push(
      `\n== ${name} ${version}, ${license} ==\n\n${(await readFile(`${here}${folder}/${file}`, "utf8")).trim()}\n`,
    );
  }
  return texts.join("");
}

// What the bundles are made of, so that a test without Node can tell whether they are of today's sources.
async function digest() {
  const made = createHash("sha256");
  const names = (await readdir(here, { recursive: true })).filter(
    (name) => !name.startsWith("node_modules") && /\.(ts|css|mjs|json)$/.test(name),
  );
  for (const name of names.sort()) {
    const content = await readFile(here + name);
    made.update(`${name} ${content.length} `);
    made.update(content);
  }
  return made.digest("hex");
}
