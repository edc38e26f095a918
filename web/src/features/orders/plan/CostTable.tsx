import { partsOf } from "../cost";
import { moneyText } from "../money";
import css from "../orders.module.css";
import type { Cost } from "../types";

interface Props {
  caption: string;
  cost: Omit<Cost, "splitMinor"> & { splitMinor?: number };
  currency: string;
}

/** What a total is made of. */
export function CostTable({ caption, cost, currency }: Props) {
  return (
    <table className={css.cost} aria-label={caption}>
      <tbody>
        {partsOf(cost).map(({ label, text, minor }) => (
          <tr key={label}>
            <th scope="row">
              {label} <span className={css.quiet}>{text}</span>
            </th>
            <td>{moneyText(minor, currency)}</td>
          </tr>
        ))}
        <tr className={css.total}>
          <th scope="row">In all</th>
          <td>{moneyText(cost.totalMinor, currency)}</td>
        </tr>
      </tbody>
    </table>
  );
}
