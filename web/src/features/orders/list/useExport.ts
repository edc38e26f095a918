import { useMutation } from "@tanstack/react-query";
import { save } from "@/shared/files/save";
import type { Asked } from "../api";
import { today } from "../days";
import { everyOrder, MOST_EXPORTED, ordersCsv } from "./csv";

const COUNT = new Intl.NumberFormat("en");

/** A file of every order that the filters let through, not of the page's alone. */
export function useExport(asked: Asked) {
  const exporting = useMutation({
    mutationFn: async () => {
      const { orders, more } = await everyOrder(asked);
      save(`orders-${today(Date.now())}.csv`, ordersCsv(orders));
      return { count: orders.length, more };
    },
  });
  return {
    run: () => exporting.mutate(),
    busy: exporting.isPending,
    trouble: said(exporting.data, exporting.error),
  };
}

function said(done: { count: number; more: boolean } | undefined, error: Error | null): string {
  if (error) return `No file was made: ${error.message}`;
  if (!done) return "";
  const count = COUNT.format(done.count);
  return done.more
    ? `${count} orders are in the file; there are more than ${COUNT.format(MOST_EXPORTED)}. Narrow the list and export the rest.`
    : `${count} orders are in the file.`;
}
