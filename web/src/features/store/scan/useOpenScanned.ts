import { useCallback } from "react";
import { useNavigate } from "react-router";
import { isIdentifier } from "./gtin";
import { useFind } from "./useFind";

/** Opens the item that was scanned; what is no barcode or code is searched. */
export function useOpenScanned() {
  const find = useFind();
  const navigate = useNavigate();
  return useCallback(
    async (text: string) => {
      if (isIdentifier(text)) {
        await navigate(`/store/pick-ups?find=${text}`);
        return;
      }
      const exact = await find(text);
      await navigate(
        exact
          ? `/store/item/${encodeURIComponent(exact)}`
          : `/store/search?q=${encodeURIComponent(text)}`,
      );
    },
    [find, navigate],
  );
}
