import { Modal, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useScan } from "@/shared/scan/ScanProvider";
import type { Item } from "../item/useItem";
import { ActionForm } from "./ActionForm";
import type { Action } from "./kinds";
import { useOrders } from "./useOrders";

interface Dialog {
  action: Action | undefined;
  item: Item;
  close(): void;
}

/** Asks how many, says what that will do, and does it. */
export function ActionDialog({ action, item, close }: Dialog) {
  const { focus } = useScan();
  const { give } = useOrders();
  const phone = useMediaQuery("(max-width: 30em)");
  function leave() {
    close();
    focus();
  }
  return (
    <Modal
      opened={action !== undefined}
      onClose={leave}
      fullScreen={phone ?? false}
      returnFocus={false}
      centered
      title={<Text fw={700}>{action?.label}</Text>}
      closeButtonProps={{ "aria-label": "Close", size: "lg" }}
      transitionProps={{ duration: 0 }}
    >
      {action && (
        <ActionForm
          key={`${action.kind} ${item.sku.code}`}
          action={action}
          item={item}
          give={(order) => {
            leave();
            // The result stands at the top.
            window.scrollTo({ top: 0 });
            void give(order);
          }}
        />
      )}
    </Modal>
  );
}
