import { answerOf, api } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { everyPage, PAGE } from "@/shared/api/pages";
import { availableAt } from "@/shared/stock";
import { lineOf, MAX_LINES, type SheetLine } from "./sheet";

/** The most SKUs of one question about availability. */
const MAX_ASKED = 500;
/** Questions at the same time when items are asked for one by one. */
const AT_ONCE = 6;

/** No such item, and what cannot be a code at all. */
const UNKNOWN_STATUS = new Set([400, 404, 422]);

/** What a position has on hand now, by SKU; those that were never there have nothing. */
export async function onHandOf(
  skus: readonly string[],
  location: string,
): Promise<Map<string, number>> {
  const onHand = new Map<string, number>();
  for (let at = 0; at < skus.length; at += MAX_ASKED) {
    const asked = skus.slice(at, at + MAX_ASKED);
    const answer = await answerOf(
      api.POST("/v1/availability/query", { body: { skus: asked, location, withinKm: null } }),
    );
    for (const item of answer.items) {
      onHand.set(item.sku, availableAt(item, location).onHand ?? 0);
    }
  }
  return onHand;
}

/** Every item of a category, or of all, in order of the codes. */
export async function linesOfCategory(category: string | undefined): Promise<SheetLine[]> {
  const { items } = await everyPage((cursor) => {
    const query = {
      limit: PAGE,
      ...(category ? { category } : {}),
      ...(cursor ? { cursor } : {}),
    };
    return answerOf(api.GET("/v1/skus", { params: { query } }));
  });
  return items.slice(0, MAX_LINES).map(lineOf);
}

/** The items with these codes, and the codes that nobody knows. */
export async function linesOfCodes(
  codes: readonly string[],
): Promise<{ lines: SheetLine[]; unknown: string[] }> {
  const lines: SheetLine[] = [];
  const unknown: string[] = [];
  const rest = codes.slice(0, MAX_LINES);
  const take = async () => {
    for (let code = rest.shift(); code !== undefined; code = rest.shift()) {
      const path = { code };
      try {
        const found = await answerOf(api.GET("/v1/skus/{code}", { params: { path } }));
        lines.push(lineOf(found));
      } catch (failed) {
        if (!(failed instanceof ApiError) || !UNKNOWN_STATUS.has(failed.status)) throw failed;
        unknown.push(code);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  lines.sort((a, b) => (a.sku < b.sku ? -1 : 1));
  return { lines, unknown };
}

/** Categories among the first items: the server has no list of them. */
export async function someCategories(): Promise<string[]> {
  const query = { limit: PAGE };
  const { items } = await answerOf(api.GET("/v1/skus", { params: { query } }));
  return [...new Set(items.map((item) => item.category))].sort();
}
