import {
  type Icon,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconCalendarDollar,
  IconCategory,
  IconChartLine,
  IconClockHour4,
  IconPackages,
  IconTruck,
} from "@tabler/icons-react";
import type { ReportName } from "../wire";
import type { Askable, Filter, Grain } from "./filters";

/** A report, and what it can be narrowed to. */
export interface ReportKind extends Askable {
  name: ReportName;
  label: string;
  text: string;
  icon: Icon;
  /** How long its rows are where nobody chose; undefined where they are something else then. */
  usual: Grain | undefined;
  /** What the chart shows unless somebody chooses. */
  metric: string;
}

const ALL: readonly Filter[] = ["location", "carrier", "service", "category"];
const EVERY: readonly Grain[] = ["hour", "day", "week", "month"];

export const REPORTS: readonly ReportKind[] = [
  {
    name: "overview",
    label: "Overview",
    text: "What was ordered, how much of it could be filled, and what shipping it cost.",
    icon: IconChartLine,
    filters: ALL,
    grains: EVERY,
    usual: "day",
    ofPayday: false,
    metric: "orders",
  },
  {
    name: "hours",
    label: "Hours of the week",
    text: "When orders come: each hour of the week, by the clocks of the locations.",
    icon: IconClockHour4,
    filters: ALL,
    grains: [],
    usual: undefined,
    ofPayday: false,
    metric: "orders",
  },
  {
    name: "locations",
    label: "Locations",
    text: "The stores and fulfilment centres beside each other.",
    icon: IconBuildingStore,
    filters: ALL,
    grains: [],
    usual: undefined,
    ofPayday: false,
    metric: "orders",
  },
  {
    name: "carriers",
    label: "Carriers",
    text: "What carriers' services take, cost and keep of their promises.",
    icon: IconTruck,
    filters: ["location", "carrier", "service"],
    grains: [],
    usual: undefined,
    ofPayday: false,
    metric: "shipments",
  },
  {
    name: "categories",
    label: "Categories",
    text: "What kinds of goods were ordered, filled and sent back.",
    icon: IconCategory,
    filters: ALL,
    grains: [],
    usual: undefined,
    ofPayday: false,
    metric: "units",
  },
  {
    name: "warehouse",
    label: "Warehouse",
    text: "How long orders take to be released and shipped, how far is walked, and what waits.",
    icon: IconBuildingWarehouse,
    filters: ["location", "carrier", "service"],
    grains: EVERY,
    usual: "day",
    ofPayday: false,
    metric: "order_to_ship",
  },
  {
    name: "stock",
    label: "Stock",
    text: "How fast stock turns, how long it lasts, and what is lost of it.",
    icon: IconPackages,
    filters: ["location", "category"],
    grains: ["day", "week", "month"],
    usual: undefined,
    ofPayday: false,
    metric: "turns",
  },
  {
    name: "payday",
    label: "Payday",
    text: "A payday, hour by hour, against the one before and the ordinary Fridays between.",
    icon: IconCalendarDollar,
    filters: ALL,
    grains: [],
    usual: undefined,
    ofPayday: true,
    metric: "orders",
  },
];

export function reportNamed(name: string | undefined): ReportKind | undefined {
  return REPORTS.find((report) => report.name === name);
}
