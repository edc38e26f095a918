// Which files of the build belong together, by Vite's manifest.

/** What a phone loads before the shop shows anything; the page's own script is the first of them. */
const FIRST = ["index.html", "src/features/shop/Shop.tsx"];
/** What else a till or a picker's tablet needs to go on while the server is away. */
const STORE = [
  "src/features/store/Store.tsx",
  "src/features/warehouse/Warehouse.tsx",
  "src/app/SignIn.tsx",
  "src/app/OwnAccount.tsx",
];

/** Scripts and styles of these sources and of all that they import at once. */
function filesOf(manifest, sources) {
  const seen = new Set();
  const files = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const part = manifest[key];
    if (!part) throw new Error(`The build made nothing of ${key}, which scripts/parts.mjs names.`);
    files.add(part.file);
    for (const style of part.css ?? []) files.add(style);
    for (const imported of part.imports ?? []) add(imported);
  };
  for (const source of sources) add(source);
  return [...files];
}

/** The files of the first load, and those that the store needs besides. */
export function partsOf(manifest) {
  const first = filesOf(manifest, FIRST);
  const store = filesOf(manifest, STORE).filter((file) => !first.includes(file));
  return { first, store };
}
