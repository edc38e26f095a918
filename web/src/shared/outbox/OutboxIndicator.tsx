import { ActionIcon, Indicator, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCloudCheck, IconCloudExclamation, IconCloudUp } from "@tabler/icons-react";
import { STATE_COLORS } from "./colors";
import { OutboxDrawer } from "./OutboxDrawer";
import { useOutbox } from "./useOutbox";

/** A cloud that says at a glance whether everything has been sent; opens the list. */
export function OutboxIndicator() {
  const { waiting, refused } = useOutbox();
  const [opened, { open, close }] = useDisclosure(false);
  const words = said(waiting.length, refused.length);
  const Icon =
    refused.length > 0 ? IconCloudExclamation : waiting.length > 0 ? IconCloudUp : IconCloudCheck;
  const color = refused.length > 0 ? "red" : waiting.length > 0 ? "orange" : "gray";
  const count = refused.length + waiting.length;
  return (
    <>
      <Indicator
        label={count}
        disabled={count === 0}
        size={18}
        offset={8}
        color={refused.length > 0 ? STATE_COLORS.refused : STATE_COLORS.waiting}
      >
        <ActionIcon variant="subtle" color={color} size={44} aria-label={words} onClick={open}>
          <Icon size={22} />
        </ActionIcon>
      </Indicator>
      <VisuallyHidden role="status">{count > 0 ? words : ""}</VisuallyHidden>
      <OutboxDrawer opened={opened} close={close} />
    </>
  );
}

function said(waiting: number, refused: number): string {
  if (waiting + refused === 0) return "Everything is sent";
  const parts = [];
  if (waiting > 0) parts.push(`${waiting} waiting to be sent`);
  if (refused > 0) parts.push(`${refused} refused`);
  return parts.join(", ");
}
