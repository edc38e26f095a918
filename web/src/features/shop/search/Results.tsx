import { IconZoomQuestion } from "@tabler/icons-react";
import type { KeyboardEvent, Ref } from "react";
import type { Schema } from "@/shared/api/client";
import { Freshness } from "@/shared/stock";
import { useStores } from "../stores/useStores";
import { Empty } from "../ui/Notice";
import css from "../ui/shop.module.css";
import { ProductRow } from "./ProductRow";
import styles from "./search.module.css";

interface Found {
  ref: Ref<HTMLUListElement>;
  found: Schema["Found"];
  barcode: string | undefined;
  dimmed: boolean;
  /** Whether the last attempt to ask again failed. */
  failing: boolean;
}

/** Moves the focus to a row, where there is one. */
export function toRow(list: HTMLElement | null, index: number): boolean {
  const row = list?.querySelectorAll<HTMLElement>("[data-row]")[index];
  row?.focus();
  return row !== undefined;
}

/** What was found, each with what the store has now. Arrow keys go through it. */
export function Results({ ref, found, barcode, dimmed, failing }: Found) {
  const { my, nameOf } = useStores();
  const { items, didYouMean } = found;
  if (items.length === 0) {
    return (
      <Empty icon={<IconZoomQuestion size={44} aria-hidden />} title="Nothing found">
        <p className={css.quiet} role="status">
          {barcode
            ? `No product has the barcode ${barcode}. Type its name instead.`
            : "Try fewer words, the beginning of a word, or another category."}
        </p>
        {found.indexing && (
          <p className={css.quiet}>The catalogue is still being loaded. Try again in a moment.</p>
        )}
      </Empty>
    );
  }
  function pressed(event: KeyboardEvent<HTMLUListElement>) {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    if (to < 0) document.querySelector<HTMLElement>('input[type="search"]')?.focus();
    else rows[to]?.focus();
  }
  const count = `${items.length} ${items.length === 1 ? "product" : "products"}`;
  return (
    <>
      <div className={css.between}>
        <span className={`${css.quiet} ${css.small}`} role="status">
          {didYouMean ? `Nothing is spelled like that. Showing “${didYouMean}”.` : count}
          {my ? `, at ${nameOf(my.code)}` : ", in all stores"}
        </span>
        <Freshness asOf={found.asOf} stale={found.stale || failing} />
      </div>
      <ul ref={ref} className={styles.rows} data-dimmed={dimmed} onKeyDown={pressed}>
        {items.map((item) => (
          <li key={item.sku}>
            <ProductRow
              sku={item.sku}
              name={item.name}
              category={item.category}
              unit={item.unit}
              atp={item.availability?.availableToPromise}
              where={placesText(item.availability?.locations)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function placesText(count: number | undefined): string | undefined {
  return count === undefined ? undefined : `in ${count} ${count === 1 ? "place" : "places"}`;
}
