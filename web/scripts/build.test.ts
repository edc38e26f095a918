import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namesIn, stylesOf } from "./styles.ts";

describe("styles of the library", () => {
  const used = new Set(["m_aaaaaaaa", "m_bbbbbbbb"]);

  it("stay where a component in use may need them", () => {
    const css = ".m_aaaaaaaa:where([data-x]) .m_bbbbbbbb{color:red}.other{color:blue}";
    expect(stylesOf(css, used)).toBe(css);
    expect(stylesOf(".m_aaaaaaaa:not(.m_cccccccc){top:0}", used)).toContain("top:0");
  });

  it("go where a class is of no component in use", () => {
    const css = ".m_aaaaaaaa, .m_cccccccc{top:0}@media print{.m_cccccccc{top:1px}}";
    expect(stylesOf(css, used)).toBe(".m_aaaaaaaa{top:0}");
    expect(stylesOf(".m_aaaaaaaa .m_cccccccc{top:0}", used)).toBe("");
  });

  it("are those of the names that sources import, types aside", () => {
    const source =
      'import {\n  Button,\n  type ButtonProps,\n  Text as T,\n} from "@mantine/core";';
    expect(namesIn(`${source}\nimport { x } from "elsewhere";`)).toEqual(["Button", "Text"]);
  });
});

describe("the worker", () => {
  const worker = readFileSync("public/worker.js", "utf8");

  it("knows the pages that the server knows", () => {
    const routes = readFileSync(
      "../server/http/src/main/java/dev/holdfast/server/http/web/WebRoutes.java",
      "utf8",
    );
    const listed = /PAGES =\s*List\.of\(([^)]*)\)/.exec(routes)?.[1] ?? "";
    const served = [...listed.matchAll(/"\/([^"]+)"/g)].map(([, name]) => name);
    const kept = /\(\?:([a-z|-]+)\)\(\?:\\\/\|\$\)/.exec(worker)?.[1]?.split("|");
    expect(kept).toEqual(served);
  });
});
