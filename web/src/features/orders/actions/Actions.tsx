import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  type Icon,
  IconArrowBackUp,
  IconEdit,
  IconPlayerPlay,
  IconRoute,
  IconX,
} from "@tabler/icons-react";
import { type ComponentType, useState } from "react";
import { useAccess } from "@/shared/session/SessionProvider";
import { type Deed, possibleDeeds } from "../next";
import type { Order } from "../types";
import { Cancel } from "./Cancel";
import { Change } from "./Change";
import type { DeedProps } from "./deeds";
import { Release } from "./Release";
import { Replan } from "./Replan";
import { Return } from "./Return";

interface Offered {
  label: string;
  icon: Icon;
  permission: string;
  Window: ComponentType<DeedProps>;
}

const DEEDS: Record<Deed, Offered> = {
  release: { label: "Release", icon: IconPlayerPlay, permission: "fulfil", Window: Release },
  change: { label: "Change", icon: IconEdit, permission: "place-orders", Window: Change },
  replan: { label: "Plan again", icon: IconRoute, permission: "place-orders", Window: Replan },
  return: { label: "Return", icon: IconArrowBackUp, permission: "place-orders", Window: Return },
  cancel: { label: "Cancel", icon: IconX, permission: "place-orders", Window: Cancel },
};

/** What can be done to the order now, by who looks at it. */
export function Actions({ order }: { order: Order }) {
  const { may } = useAccess();
  const [opened, setOpened] = useState<Deed>();
  const offered = possibleDeeds(order).filter((deed) => may(DEEDS[deed].permission));
  const close = () => setOpened(undefined);
  const Opened = opened && DEEDS[opened].Window;
  return (
    <>
      <Group gap="xs">
        {offered.map((deed, place) => {
          const { label, icon: Icon } = DEEDS[deed];
          return (
            <Button
              key={deed}
              size="md"
              variant={place === 0 && deed !== "cancel" ? "filled" : "default"}
              leftSection={<Icon size={18} aria-hidden />}
              onClick={() => setOpened(deed)}
            >
              {label}
            </Button>
          );
        })}
      </Group>
      {Opened && (
        <Opened
          order={order}
          close={close}
          done={(_, message) => {
            close();
            notifications.show({ message });
          }}
        />
      )}
    </>
  );
}
