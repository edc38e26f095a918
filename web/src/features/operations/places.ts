import {
  type Icon,
  IconActivity,
  IconAlertTriangle,
  IconBuildingCommunity,
  IconFileImport,
  IconFlask,
  IconKey,
  IconUsers,
  IconWebhook,
} from "@tabler/icons-react";

/** A page of Operations, and who may see it. */
export interface Place {
  path: string;
  label: string;
  icon: Icon;
  permission: string;
  operatorsOnly?: boolean;
}

export const PLACES: readonly Place[] = [
  {
    path: "",
    label: "Live",
    icon: IconActivity,
    permission: "see-balances",
    operatorsOnly: true,
  },
  {
    path: "shortfalls",
    label: "Shortfalls",
    icon: IconAlertTriangle,
    permission: "see-balances",
  },
  { path: "import", label: "Files", icon: IconFileImport, permission: "read" },
  { path: "webhooks", label: "Webhooks", icon: IconWebhook, permission: "manage-webhooks" },
  { path: "people", label: "People", icon: IconUsers, permission: "administer-keys" },
  { path: "keys", label: "API keys", icon: IconKey, permission: "administer-keys" },
  {
    path: "clients",
    label: "Clients",
    icon: IconBuildingCommunity,
    permission: "administer-keys",
    operatorsOnly: true,
  },
  {
    path: "lab",
    label: "Laboratory",
    icon: IconFlask,
    permission: "administer-keys",
    operatorsOnly: true,
  },
];

interface Viewer {
  may(permission: string): boolean;
  operator: boolean;
}

export function placesFor({ may, operator }: Viewer): Place[] {
  return PLACES.filter(
    (place) => may(place.permission) && (operator || place.operatorsOnly !== true),
  );
}

export function addressOf(place: Place): string {
  return place.path ? `/operations/${place.path}` : "/operations";
}
