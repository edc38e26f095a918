// Compresses what the build made, once and as well as it goes, and lists it for the server:
// one line a file: path, tab, content type. The server keeps all of it in memory.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { partsOf } from "./parts.mjs";

const APP = "target/app";
const TYPES = {
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript;charset=utf-8",
  ".css": "text/css;charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".json": "application/json",
};
const COMPRESSED = new Set([".html", ".js", ".css", ".svg", ".webmanifest", ".json"]);
/** What a phone loads before the shop shows anything, compressed: the promise of the issue. */
const FIRST_LOAD_LIMIT = 200_000;
const WORKER = "worker.js";
/** Beside the page, and not named by a hash of what is in them. */
const ICONS = ["icon.svg", "manifest.webmanifest"];

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** Tells the worker the names of this build's files; another build makes another worker. */
function fillIn({ first, store }) {
  const version = createHash("sha256");
  for (const name of ["index.html", ...ICONS, ...first, ...store]) {
    version.update(readFileSync(join(APP, name)));
  }
  const paths = (names) => JSON.stringify(names.map((name) => `/${name}`));
  const filled = {
    '"__VERSION__"': JSON.stringify(version.digest("hex").slice(0, 16)),
    '["__FIRST__"]': paths([...first, ...ICONS]),
    '["__STORE__"]': paths(store),
  };
  let text = readFileSync(join(APP, WORKER), "utf8");
  for (const [place, content] of Object.entries(filled)) {
    if (!text.includes(place)) throw new Error(`public/${WORKER} has no ${place} to fill in.`);
    text = text.replace(place, () => content);
  }
  writeFileSync(join(APP, WORKER), text);
}

const parts = partsOf(JSON.parse(readFileSync(join(APP, ".vite/manifest.json"), "utf8")));
rmSync(join(APP, ".vite"), { recursive: true });
fillIn(parts);

const listed = [];
const brotli = new Map();
for (const path of files(APP).sort()) {
  const type = TYPES[extname(path)];
  if (!type)
    throw new Error(`${path} has an ending that scripts/pack.mjs knows no content type of.`);
  const name = relative(APP, path).split(sep).join("/");
  const bytes = readFileSync(path);
  listed.push(`${name}\t${type}`);
  // The page itself is written anew for every answer.
  if (COMPRESSED.has(extname(path)) && name !== "index.html") {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    const small = brotliCompressSync(bytes, options);
    brotli.set(name, small.length);
    writeFileSync(`${path}.br`, small);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
writeFileSync(join(APP, "files.txt"), `${listed.join("\n")}\n`);

const total = parts.first.reduce((sum, name) => sum + (brotli.get(name) ?? 0), 0);
const told = `first load: ${(total / 1000).toFixed(1)} kB compressed, ${parts.first.length} files`;
process.stdout.write(`${told}\n`);
if (total > FIRST_LOAD_LIMIT) {
  throw new Error(`${told}; it must stay below ${FIRST_LOAD_LIMIT / 1000} kB. Load more lazily.`);
}
