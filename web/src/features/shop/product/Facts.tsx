import { quantityText, type Sku } from "@/shared/stock";
import css from "../ui/shop.module.css";
import styles from "./product.module.css";

/** What the catalogue knows, for those who want to be sure that it is the right one. */
export function Facts({ sku }: { sku: Sku }) {
  const { lengthMm, widthMm, heightMm, weightG, barcodes, unit } = sku;
  const cm = [lengthMm, widthMm, heightMm].map((mm) => quantityText(mm / 10, "each"));
  const weight = weightG >= 1000 ? quantityText(weightG / 1000, "kg") : quantityText(weightG, "g");
  return (
    <section className={css.card} aria-label="About the product">
      <dl className={styles.facts}>
        {barcodes.length > 0 && (
          <>
            <dt>Barcode</dt>
            <dd className="figures">{barcodes.join(", ")}</dd>
          </>
        )}
        <dt>Sold by</dt>
        <dd>{unit === "each" ? "piece" : unit}</dd>
        {unit === "each" && lengthMm > 0 && (
          <>
            <dt>Size as packed</dt>
            <dd>{cm.join(" × ")} cm</dd>
          </>
        )}
        {unit === "each" && weightG > 0 && (
          <>
            <dt>Weight as packed</dt>
            <dd>{weight}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
