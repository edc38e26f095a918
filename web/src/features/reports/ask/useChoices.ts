import { useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { useLocations } from "@/shared/stock";
import type { Report } from "../wire";
import { getReport } from "./api";
import { NOTHING_CHOSEN } from "./filters";

const STALE_MILLIS = 5 * 60_000;

export interface Choice {
  value: string;
  label: string;
}

/** What there is to choose from, as far as it is known yet. */
export interface Choices {
  locations: Choice[];
  categories: Choice[];
  carriers: Choice[];
  /** Of all carriers, without those of the same name twice. */
  services: Choice[];
}

function useCategories(): Choice[] {
  const { data } = useQuery({
    queryKey: ["categories", "all"],
    staleTime: STALE_MILLIS,
    queryFn: async ({ signal }) => (await answerOf(api.GET("/v1/categories", { signal }))).items,
  });
  return (data ?? []).map(({ category }) => ({ value: category, label: category }));
}

/** The carriers that took something in the last four weeks: what is worth choosing from. */
function useCarriers(): Pick<Choices, "carriers" | "services"> {
  const { data } = useQuery({
    queryKey: ["reports", "choices"],
    staleTime: STALE_MILLIS,
    queryFn: ({ signal }) => getReport("carriers", NOTHING_CHOSEN, signal),
  });
  return {
    carriers: distinct(data?.report, "carrier"),
    services: distinct(data?.report, "service"),
  };
}

function distinct(report: Report | undefined, name: string): Choice[] {
  const at = report?.columns.findIndex((column) => column.name === name) ?? -1;
  if (!report || at < 0) return [];
  const found = new Set(report.rows.map((row) => String(row[at] ?? "")).filter(Boolean));
  return [...found].sort().map((value) => ({ value, label: value }));
}

export function useChoices(): Choices {
  const { data: locations } = useLocations();
  return {
    locations: (locations ?? []).map(({ code, name }) => ({
      value: code,
      label: `${code} ${name}`,
    })),
    categories: useCategories(),
    ...useCarriers(),
  };
}

/** The list with what is chosen already, though nothing of it was counted lately. */
export function withChosen(choices: Choice[], chosen: readonly string[]): Choice[] {
  const missing = chosen.filter((code) => !choices.some(({ value }) => value === code));
  return [...choices, ...missing.map((value) => ({ value, label: value }))];
}
