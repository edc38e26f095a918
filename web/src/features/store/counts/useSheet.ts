import { useLocalStorage } from "@mantine/hooks";
import { useCallback } from "react";
import { useOutbox } from "@/shared/outbox";
import { useAccess } from "@/shared/session/SessionProvider";
import { useStore } from "../place/StoreProvider";
import { waitsFor } from "./ownMoves";
import { onHandOf } from "./reading";
import { type Sheet, type SheetLine, withLine } from "./sheet";

/** The sheet that is being counted at this store, if any; a reload does not lose it. */
export function useSheet() {
  const { store } = useStore();
  const { session } = useAccess();
  const { entries } = useOutbox();
  const [sheet, setSheet, forget] = useLocalStorage<Sheet | null>({
    key: `holdfast-count:${session.account?.client ?? ""}:${store.code}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });

  const count = useCallback(
    (line: SheetLine, counted: number) => {
      const { onHandThen: _, ...rest } = line;
      const countedAt = Date.now();
      const found: SheetLine = { ...rest, counted, countedAt };
      setSheet((known) => known && withLine(known, found));
      // What the server has does not hold this device's own sales yet, but the shelf does.
      if (waitsFor(entries, { sku: line.sku, location: store.code })) return;
      // Kept at once; what was on hand at this moment is noted when the server tells.
      onHandOf([line.sku], store.code).then(
        (onHand) => {
          const onHandThen = onHand.get(line.sku) ?? 0;
          setSheet((known) => {
            const now = known?.lines.find((each) => each.sku === line.sku);
            if (!known || now?.countedAt !== countedAt) return known;
            return withLine(known, { ...found, onHandThen });
          });
        },
        () => undefined,
      );
    },
    [setSheet, store.code, entries],
  );
  return { sheet, setSheet, count, forget };
}
