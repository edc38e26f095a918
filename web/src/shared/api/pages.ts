interface Page<T> {
  items: T[];
  next?: string;
}

/** More than a person can look through. */
const MAX_PAGES = 2;
export const PAGE = 500;

/** Every item of a list, page by page, and whether there were more pages than we read. */
export async function everyPage<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<{ items: T[]; more: boolean }> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items: those, next } = await read(cursor);
    items.push(...those);
    if (!next) return { items, more: false };
    cursor = next;
  }
  return { items, more: true };
}
