import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { rounded } from "@/shared/stock";
import css from "./shop.module.css";

interface Steps {
  /** Of what, for those who cannot see where it stands. */
  label: string;
  quantity: number;
  unit: string;
  scale: number;
  most: number;
  change: (quantity: number) => void;
}

/** Loose goods go by half units; everything else by pieces. */
const LOOSE_STEP = 0.5;

export function Stepper({ label, quantity, unit, scale, most, change }: Steps) {
  const step = scale === 0 ? 1 : LOOSE_STEP;
  const least = scale === 0 ? 1 : rounded(10 ** -Math.min(scale, 1), scale);
  const [text, setText] = useState(String(quantity));
  useEffect(() => setText(String(quantity)), [quantity]);
  function settle(wanted: number) {
    const inside = Math.min(Math.max(wanted, least), Math.max(most, least));
    const next = rounded(inside, scale);
    setText(String(next));
    if (next !== quantity) change(next);
  }
  function typed() {
    const wanted = Number(text.replace(",", "."));
    settle(Number.isFinite(wanted) && wanted > 0 ? wanted : quantity);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row everywhere
    <span className={css.stepper} role="group" aria-label={label}>
      <button
        type="button"
        className={css.step}
        aria-label="Less"
        disabled={quantity <= least}
        onClick={() => settle(quantity - step)}
      >
        <IconMinus size={18} aria-hidden />
      </button>
      <input
        className={css.figure}
        aria-label={unit === "each" ? `Quantity: ${label}` : `Quantity in ${unit}: ${label}`}
        inputMode={scale === 0 ? "numeric" : "decimal"}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={typed}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key === "Enter") typed();
          else if (event.key === "ArrowUp") settle(quantity + step);
          else if (event.key === "ArrowDown") settle(quantity - step);
        }}
      />
      {unit !== "each" && (
        <span className={css.suffix} aria-hidden>
          {unit}
        </span>
      )}
      <button
        type="button"
        className={css.step}
        aria-label="More"
        disabled={quantity >= most}
        onClick={() => settle(quantity + step)}
      >
        <IconPlus size={18} aria-hidden />
      </button>
    </span>
  );
}
