import { quantityText } from "./quantity";
import css from "./stock.module.css";

/** At or below this many, "in stock" would promise too much. */
const FEW = 5;

interface Stock {
  /** Available to promise; undefined while unknown. */
  atp: number | undefined;
  unit?: string;
  size?: "sm" | "lg";
}

/** In stock, only a few, or sold out: by colour, by shape and by words. */
export function StockBadge({ atp, unit = "each", size = "sm" }: Stock) {
  if (atp === undefined) {
    return (
      <span className={css.badge} data-size={size} data-stock="unknown">
        Not known yet
      </span>
    );
  }
  const stock = atp <= 0 ? "none" : atp <= FEW ? "few" : "some";
  const figure = quantityText(atp, unit);
  const words = { none: "Sold out", few: `Only ${figure} left`, some: `${figure} in stock` }[stock];
  return (
    <span className={css.badge} data-size={size} data-stock={stock}>
      <span className={css.mark} aria-hidden />
      {words}
    </span>
  );
}
