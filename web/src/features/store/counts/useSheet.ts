import { useLocalStorage } from "@mantine/hooks";
import { useCallback } from "react";
import { useAccess } from "@/shared/session/SessionProvider";
import { useStore } from "../place/StoreProvider";
import { onHandOf } from "./reading";
import { type Sheet, type SheetLine, withLine } from "./sheet";

/** The sheet that is being counted at this store, if any; a reload does not lose it. */
export function useSheet() {
  const { store } = useStore();
  const { session } = useAccess();
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
    [setSheet, store.code],
  );
  return { sheet, setSheet, count, forget };
}
