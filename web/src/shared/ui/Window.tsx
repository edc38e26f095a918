import { Modal, type ModalProps } from "@mantine/core";

/** A window over the page, with a title that looks like one and a button that says what it does. */
export function Window(props: ModalProps) {
  return (
    <Modal
      centered
      styles={{ title: { fontWeight: 650, fontSize: "var(--mantine-font-size-lg)" } }}
      closeButtonProps={{ "aria-label": "Close", size: 44 }}
      {...props}
    />
  );
}
