// Of the component library's styles, those that belong to the components in use: half of them.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import postcss from "postcss";
import type { Plugin } from "vite";

const LIBRARY = "@mantine/core";
/** The library's style classes, the same in its scripts and in its styles. */
const CLASS = /\bm_[0-9a-f]{6,}\b/g;

function sourcesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

/** What a source imports from the library, by name. */
export function namesIn(source: string): string[] {
  const imports = source.matchAll(/import\s*{([^}]*)}\s*from\s*"([^"]+)"/g);
  return [...imports]
    .filter(([, , from]) => from === LIBRARY)
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim().split(/\s+as\s+/)[0] ?? "")
    .filter((name) => name !== "" && !name.startsWith("type "));
}

/** The classes in the library's scripts that make these names, and in all that these import. */
function classesOf(names: ReadonlySet<string>, index: string): Set<string> {
  const folder = dirname(index);
  const places = new Map<string, string>();
  const imports = /import\s*{([^}]*)}\s*from\s*"(\.[^"]+)"/g;
  for (const [, listed = "", path = ""] of readFileSync(index, "utf8").matchAll(imports)) {
    for (const name of listed.split(",")) {
      places.set(
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
        resolve(folder, path),
      );
    }
  }
  // What the library only passes on has no styles of its own.
  const waiting = [...names].flatMap((name) => places.get(name) ?? []);
  const seen = new Set<string>();
  const classes = new Set<string>();
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = readFileSync(path, "utf8");
    for (const [found] of text.matchAll(CLASS)) classes.add(found);
    for (const [, from = ""] of text.matchAll(/from\s*"(\.[^"]+)"/g)) {
      waiting.push(resolve(dirname(path), from));
    }
  }
  return classes;
}

/** The styles without the selectors that need a class beside these. */
export function stylesOf(css: string, classes: ReadonlySet<string>): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => {
      // What is excluded need not exist.
      const required = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, "");
      return (required.match(CLASS) ?? []).every((each) => classes.has(each));
    });
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return root.toString();
}

/** For Vite: builds with the needed styles only, and fails when one is missing. */
export function neededStyles(): Plugin {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`${LIBRARY}/styles.css`);
  const index = join(dirname(file), "esm/index.mjs");
  const others = join(dirname(require.resolve("@mantine/notifications/styles.css")), "esm");
  let classes = new Set<string>();
  return {
    name: "needed-styles",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id !== file) return undefined;
      const sources = [...sourcesIn("src", /\.tsx?$/), ...sourcesIn(others, /\.mjs$/)];
      classes = classesOf(new Set(sources.flatMap(namesIn)), index);
      return stylesOf(readFileSync(file, "utf8"), classes);
    },
    generateBundle(_, bundle) {
      const styled = new Set(readFileSync(file, "utf8").match(CLASS));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const lost = chunk.code
          .match(CLASS)
          ?.find((each) => styled.has(each) && !classes.has(each));
        if (lost) this.error(`${chunk.fileName} uses ${lost}, which scripts/styles.ts left out.`);
      }
    },
  };
}
