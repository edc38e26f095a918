import styles from "./search.module.css";
import type { FoundSku } from "./useSearch";

interface Choice {
  /** Every category of the shop, where that is few enough. */
  all: string[];
  found: FoundSku[];
  chosen: string | undefined;
  choose: (category: string | undefined) => void;
}

/** The categories to narrow the search by; those among what was found come first, most first. */
export function Categories({ all, found, chosen, choose }: Choice) {
  const counts = new Map<string, number>();
  for (const { category } of found) counts.set(category, (counts.get(category) ?? 0) + 1);
  for (const category of all) if (!counts.has(category)) counts.set(category, 0);
  if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
  if (counts.size < 2 && !chosen) return null;
  const most = [...counts].sort(([, a], [, b]) => b - a).map(([category]) => category);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that filter are no form
    <div className={styles.chips} role="group" aria-label="Category">
      <button
        type="button"
        className={styles.chip}
        aria-pressed={!chosen}
        onClick={() => choose(undefined)}
      >
        All
      </button>
      {most.map((category) => (
        <button
          key={category}
          type="button"
          className={styles.chip}
          aria-pressed={category === chosen}
          onClick={() => choose(category === chosen ? undefined : category)}
        >
          {category === "" ? "Other" : category}
        </button>
      ))}
    </div>
  );
}
