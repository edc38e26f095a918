// Compresses what the build made, once and as well as it goes, and lists it for the server:
// one line a file: path, tab, content type. The server keeps all of it in memory.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

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

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

const listed = [];
const brotli = new Map();
for (const path of files(APP).sort()) {
  if (path.startsWith(join(APP, ".vite"))) continue;
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

// First load: the page's own script, the shop's, and whatever these import, styles included.
const parts = JSON.parse(readFileSync(join(APP, ".vite/manifest.json"), "utf8"));
rmSync(join(APP, ".vite"), { recursive: true });
const first = new Set();

function add(key) {
  const part = parts[key];
  if (!part) throw new Error(`The build made nothing of ${key}, of which the first load consists.`);
  if (first.has(part.file)) return;
  first.add(part.file);
  for (const style of part.css ?? []) first.add(style);
  for (const imported of part.imports ?? []) add(imported);
}

add("index.html");
add("src/features/shop/Shop.tsx");
const total = [...first].reduce((sum, name) => sum + (brotli.get(name) ?? 0), 0);
const told = `first load: ${(total / 1000).toFixed(1)} kB compressed, ${first.size} files`;
process.stdout.write(`${told}\n`);
if (total > FIRST_LOAD_LIMIT) {
  throw new Error(`${told}; it must stay below ${FIRST_LOAD_LIMIT / 1000} kB. Load more lazily.`);
}
