import { ActionIcon, Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Link } from "react-router";
import { availableAt, quantityText, rounded, StockBadge, useAvailability } from "@/shared/stock";
import { type BasketLine, MOST_OF_ONE, useBasket } from "../device/basket";
import { Elsewhere } from "../product/Elsewhere";
import { useStores } from "../stores/useStores";
import { Notice } from "../ui/Notice";
import { Stepper } from "../ui/Stepper";
import css from "../ui/shop.module.css";
import styles from "./basket.module.css";
import type { RefusedLine } from "./useReserve";

interface Row {
  line: BasketLine;
  refused: RefusedLine | undefined;
}

/** One product of the basket, with what its store has now. */
export function BasketRow({ line, refused }: Row) {
  const { setQuantity, remove, move } = useBasket();
  const { nameOf } = useStores();
  const { data: told } = useAvailability(line.sku);
  const at = told && availableAt(told, line.location);
  // The refusal comes from the ledger itself; the view may be a moment behind it.
  const behind = refused && (at === undefined || at.version < refused.version);
  const atp = behind ? refused.available : at?.availableToPromise;
  const short = atp !== undefined && atp < line.quantity;
  const left = rounded(Math.min(atp ?? 0, MOST_OF_ONE), line.scale);
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <Link
          className={`${css.link} ${css.target}`}
          to={`/shop/p/${encodeURIComponent(line.sku)}`}
        >
          {line.name}
        </Link>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={`Remove ${line.name} from the basket`}
          onClick={() => remove([line])}
        >
          <IconTrash size={20} />
        </ActionIcon>
      </div>
      <div className={styles.controls}>
        <Stepper
          label={line.name}
          quantity={line.quantity}
          unit={line.unit}
          scale={line.scale}
          most={MOST_OF_ONE}
          change={(quantity) => setQuantity(line, quantity)}
        />
        <StockBadge atp={atp} unit={line.unit} />
      </div>
      {short && (
        <Notice role="status">
          <span>
            {left > 0
              ? `${nameOf(line.location)} has only ${quantityText(left, line.unit)} left.`
              : `Sold out in ${nameOf(line.location)}.`}
          </span>
          {left > 0 && (
            <span>
              <Button variant="default" size="md" onClick={() => setQuantity(line, left)}>
                Take {quantityText(left, line.unit)}
              </Button>
            </span>
          )}
          {told && (
            <Elsewhere
              told={told}
              needed={line.quantity}
              not={line.location}
              verb="Move to"
              take={(location) => move(line, location, line.quantity)}
            />
          )}
        </Notice>
      )}
    </li>
  );
}
