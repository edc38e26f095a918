import { Button } from "@mantine/core";
import { IconBell, IconBellOff } from "@tabler/icons-react";
import { useState } from "react";
import { useWatched, type Watched } from "../device/watched";
import css from "../ui/shop.module.css";
import { askPermission, permission } from "./permission";

/** What a page without a service of its own can promise, and no more. */
export const HONEST =
  "We tell you while this page is open in your browser, and check again each time you open it. While it is closed we cannot tell you.";

/** Puts a sold-out product on the watch list, and takes it off again. */
export function TellMe(item: Omit<Watched, "told">) {
  const { isWatched, watch, unwatch } = useWatched();
  const [allowed, setAllowed] = useState(permission);
  const on = isWatched(item.sku, item.location);
  async function begin() {
    watch(item);
    setAllowed(await askPermission());
  }
  return (
    <div className={css.stack} style={{ gap: 6 }}>
      {on ? (
        <Button
          size="md"
          variant="default"
          leftSection={<IconBellOff size={20} aria-hidden />}
          onClick={() => unwatch(item.sku, item.location)}
        >
          Stop watching
        </Button>
      ) : (
        <Button
          size="md"
          variant="default"
          leftSection={<IconBell size={20} aria-hidden />}
          onClick={() => void begin()}
        >
          Tell me when it is back
        </Button>
      )}
      <span className={`${css.quiet} ${css.small}`} role="status">
        {on ? "On your watch list. " : ""}
        {HONEST}
        {on && allowed === "denied" && " Your browser does not let us show notifications."}
      </span>
    </div>
  );
}
