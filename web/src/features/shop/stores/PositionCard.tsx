import { Button } from "@mantine/core";
import { IconCurrentLocation } from "@tabler/icons-react";
import { askForPosition, type Finding, usePosition } from "../device/position";
import { Notice } from "../ui/Notice";
import css from "../ui/shop.module.css";

const SAID: Record<Finding, string> = {
  unasked:
    "Your browser will ask whether this page may know where you are. It is used here to sort the stores by distance. It is not sent to us and not kept.",
  asking: "Waiting for your browser. It may be asking you at the top of the window.",
  known: "The nearest stores come first, from where you are. Your position stays on this device.",
  refused:
    "This page may not know where you are. Type a town below instead, or allow the position in the settings of your browser for this site.",
  failed: "Your position could not be found. Type a town below instead.",
};

/** Asks for the position only when somebody presses the button, and says first what for. */
export function PositionCard() {
  const { finding } = usePosition();
  return (
    <Notice tone={finding === "known" ? "good" : "plain"}>
      <span className={css.small} role="status">
        {SAID[finding]}
      </span>
      {finding !== "known" && finding !== "refused" && (
        <span>
          <Button
            size="md"
            variant="light"
            leftSection={<IconCurrentLocation size={20} aria-hidden />}
            loading={finding === "asking"}
            onClick={askForPosition}
          >
            Use my position
          </Button>
        </span>
      )}
    </Notice>
  );
}
