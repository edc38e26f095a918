import { Text } from "@mantine/core";
import { useAccess } from "@/shared/session/SessionProvider";

const TIME = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Says over every page that the server is away, and what that means for who reads it. */
export function AwayNotice() {
  const { awaySince, may } = useAccess();
  return (
    <div role="status" aria-label="The server">
      {awaySince !== undefined && (
        <Text size="sm" className="away" data-away>
          <b>The server cannot be reached.</b> You see what this device knew at{" "}
          {TIME.format(awaySince)}.{" "}
          {may("sell")
            ? "What you do is kept here, and sent once it answers."
            : "It is tried again by itself."}
        </Text>
      )}
    </div>
  );
}
