import { useEffect, useState } from "react";
import { serverNow } from "./clock";
import css from "./stock.module.css";

const TIME = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function ageText(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 100) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`;
}

interface Age {
  /** When the server said so. */
  asOf: string | undefined;
  /** The server, or our connection to it, is behind. */
  stale: boolean;
  /** A stream tells every change at once, so nothing gets old. */
  live?: boolean;
}

/** How old a figure is. Ticks for the eye alone: a screen reader hears it when it gets there. */
export function Freshness({ asOf, stale, live = false }: Age) {
  const current = live && !stale;
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (current) return undefined;
    setNow(serverNow());
    const ticking = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(ticking);
  }, [current]);
  if (!asOf) return <span className={css.freshness}>{"\u00a0"}</span>;
  if (current) {
    return (
      <span className={css.freshness} data-state="live">
        <span className={css.dot} aria-hidden />
        Live
      </span>
    );
  }
  const at = Date.parse(asOf);
  return (
    <span className={css.freshness} data-state={stale ? "stale" : "told"}>
      <span className={css.dot} aria-hidden />
      <span>
        {stale ? "May have changed: as of " : "As of "}
        <time dateTime={asOf}>{TIME.format(at)}</time>, {ageText(now - at)}
      </span>
    </span>
  );
}
