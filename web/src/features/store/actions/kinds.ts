import {
  IconAdjustments,
  IconArrowBackUp,
  IconCash,
  IconClipboardCheck,
  IconPackageImport,
  IconTrash,
  IconTruckDelivery,
} from "@tabler/icons-react";

/** What can be done with an item at a store. */
export type ActionKind =
  | "sell"
  | "return"
  | "receive"
  | "count"
  | "adjust"
  | "transfer"
  | "write-off";

export interface Action {
  kind: ActionKind;
  label: string;
  /** Pressed together with Alt: the scan field takes all plain letters. */
  letter: string;
  permission: string;
  icon: typeof IconCash;
  /** What usually is the reason; the person may say another. */
  reasons: readonly string[];
  reasonRequired: boolean;
}

export const ACTIONS: readonly Action[] = [
  {
    kind: "sell",
    label: "Sell",
    letter: "S",
    permission: "sell",
    icon: IconCash,
    reasons: [],
    reasonRequired: false,
  },
  {
    kind: "return",
    label: "Take back",
    letter: "B",
    permission: "sell",
    icon: IconArrowBackUp,
    reasons: ["Changed their mind", "Wrong size", "Faulty"],
    reasonRequired: false,
  },
  {
    kind: "receive",
    label: "Receive",
    letter: "R",
    permission: "handle-stock",
    icon: IconPackageImport,
    reasons: [],
    reasonRequired: false,
  },
  {
    kind: "count",
    label: "Count",
    letter: "C",
    permission: "handle-stock",
    icon: IconClipboardCheck,
    reasons: [],
    reasonRequired: false,
  },
  {
    kind: "adjust",
    label: "Adjust",
    letter: "A",
    permission: "handle-stock",
    icon: IconAdjustments,
    reasons: ["Found in the store", "Delivery was miscounted", "Wrong item was scanned"],
    reasonRequired: true,
  },
  {
    kind: "transfer",
    label: "Transfer",
    letter: "T",
    permission: "handle-stock",
    icon: IconTruckDelivery,
    reasons: [],
    reasonRequired: false,
  },
  {
    kind: "write-off",
    label: "Write off",
    letter: "W",
    permission: "handle-stock",
    icon: IconTrash,
    reasons: ["Damaged", "Past its date", "Stolen or lost", "Used in the store"],
    reasonRequired: true,
  },
];
