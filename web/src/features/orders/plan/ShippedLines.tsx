import { quantityText } from "@/shared/stock";
import { dayText } from "../days";
import css from "../orders.module.css";
import type { ShipmentLine } from "../types";
import type { Names } from "./useNames";

interface Props {
  lines: readonly ShipmentLine[];
  names: Names;
}

/** What is in a shipment, with the lots where goods expire. */
export function ShippedLines({ lines, names }: Props) {
  return (
    <ul className={css.goods}>
      {lines.map((line) => (
        <li key={`${line.line} ${line.sku}`}>
          <b className="figures">{quantityText(line.quantity, names.unitOf(line.sku))}</b> ×{" "}
          {names.nameOf(line.sku)}{" "}
          {names.nameOf(line.sku) !== line.sku && <span className={css.quiet}>{line.sku}</span>}
          {!!line.returned && (
            <span className={css.lot}>
              {quantityText(line.returned, names.unitOf(line.sku))} of it came back
            </span>
          )}
          {line.lots?.map((lot) => (
            <span key={lot.lot} className={css.lot}>
              {quantityText(lot.quantity, names.unitOf(line.sku))} of lot {lot.lot}
              {lot.expires && `, good until ${dayText(lot.expires)}`}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
