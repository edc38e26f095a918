import { useRef, useState } from "react";
import { cleaned, pressed, quantityOf, stepped, typed } from "./quantity";

export type Settled =
  | { is: "quantity" }
  /** One more of the same; it is counted already. */
  | { is: "same" }
  /** Another item; `before` is the quantity that stood there. */
  | { is: "other"; code: string; before: number | undefined };

interface Counted {
  /** How the item may be scanned. */
  codes: readonly string[];
  scale: number;
}

/** A quantity that is typed, pressed on the pad, or scanned up one by one. */
export function useQuantity({ codes, scale }: Counted, proposed: string) {
  const [text, setText] = useState(proposed);
  const [fresh, setFresh] = useState(true);
  const [trouble, setTrouble] = useState<string>();
  const base = useRef(proposed);

  function become(next: string, settled: boolean) {
    setText(next);
    setFresh(false);
    setTrouble(undefined);
    if (settled) base.current = next;
  }
  return {
    text,
    quantity: quantityOf(text),
    trouble,
    type: (next: string) => become(cleaned(next, scale), false),
    press: (key: string) => become(pressed(text, key, scale, fresh), true),
    step: (by: number) => become(stepped(text, by, scale), true),
    /** What Enter means: the quantity is meant, or a scanner has typed a code behind it. */
    settle(): Settled {
      const found = typed(text, base.current, codes);
      if (found.is === "quantity") return found;
      if (found.is === "same") {
        become(stepped(found.before, 1, scale), true);
        return { is: "same" };
      }
      become(found.before, true);
      setTrouble("That was the code of another item. Finish or close this one first.");
      return { is: "other", code: found.code, before: quantityOf(found.before) };
    },
  };
}

export type QuantityEntry = ReturnType<typeof useQuantity>;
