import { IconBarcode } from "@tabler/icons-react";
import { useAvailabilityOf } from "@/shared/stock";
import { useRecent } from "../device/recent";
import { useStores } from "../stores/useStores";
import { Empty } from "../ui/Notice";
import css from "../ui/shop.module.css";
import { ProductRow } from "./ProductRow";
import styles from "./search.module.css";

/** Before anything is asked: what was looked at before, as it is now. */
export function Start() {
  const [recent] = useRecent();
  const { my } = useStores();
  const skus = recent.map((each) => each.sku);
  const { data } = useAvailabilityOf(skus, my?.code);
  if (recent.length === 0) {
    return (
      <Empty icon={<IconBarcode size={44} aria-hidden />} title="What are you looking for?">
        <p className={css.quiet}>
          Type a name or its beginning, a product code, or the digits below a barcode.
        </p>
      </Empty>
    );
  }
  return (
    <section className={css.stack} aria-label="Looked at before">
      <h2 className={`${css.quiet} ${css.small}`}>Looked at before</h2>
      <ul className={styles.rows}>
        {recent.map((item) => (
          <li key={item.sku}>
            <ProductRow
              {...item}
              atp={data
                ?.get(item.sku)
                ?.locations.reduce((sum, row) => sum + row.availableToPromise, 0)}
              where={my ? undefined : "in all stores"}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
