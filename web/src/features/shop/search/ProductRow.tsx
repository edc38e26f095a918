import { Link } from "react-router";
import { StockBadge } from "@/shared/stock";
import { ProductTile } from "../ui/ProductTile";
import css from "../ui/shop.module.css";
import styles from "./search.module.css";

interface Product {
  sku: string;
  name: string;
  category: string;
  unit: string;
  atp: number | undefined;
  /** What the figure speaks of, where it is not one's own store. */
  where?: string | undefined;
}

export function ProductRow({ sku, name, category, unit, atp, where }: Product) {
  return (
    <Link className={styles.product} to={`/shop/p/${encodeURIComponent(sku)}`} data-row>
      <ProductTile category={category} />
      <span className={styles.lines}>
        <span className={css.name}>{name}</span>
        <span className={styles.beneath}>
          <StockBadge atp={atp} unit={unit} />
          {where && <span className={`${css.quiet} ${css.small}`}>{where}</span>}
        </span>
      </span>
    </Link>
  );
}
