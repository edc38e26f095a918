import { Link } from "react-router";
import { quantityText } from "@/shared/stock";
import { type BasketLine, byStore } from "../device/basket";
import { useStores } from "../stores/useStores";
import css from "../ui/shop.module.css";
import styles from "./reservations.module.css";

/** What is held, store by store. */
export function HeldLines({ lines }: { lines: BasketLine[] }) {
  const { nameOf } = useStores();
  return byStore(lines).map(([location, held]) => (
    <div key={location}>
      <strong>{nameOf(location)}</strong>
      <ul className={styles.lines}>
        {held.map((line) => (
          <li key={line.sku}>
            <span className="figures" style={{ whiteSpace: "nowrap" }}>
              {quantityText(line.quantity, line.unit)} ×
            </span>{" "}
            <Link
              className={`${css.link} ${css.target}`}
              to={`/shop/p/${encodeURIComponent(line.sku)}`}
            >
              {line.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
}
