import { VisuallyHidden } from "@mantine/core";
import { useEffect, useState } from "react";
import { serverNow } from "@/shared/stock";
import { clockText, spokenText } from "./countdown";
import styles from "./reservations.module.css";

const SOON_MILLIS = 5 * 60_000;

interface Time {
  expiresAt: string;
  madeAt: string;
  over: () => void;
}

/** Ticks for the eye every second; speaks at a few marks only. */
export function Countdown({ expiresAt, madeAt, over }: Time) {
  const end = Date.parse(expiresAt);
  const [left, setLeft] = useState(() => end - serverNow());
  useEffect(() => {
    const tick = () => setLeft(end - serverNow());
    tick();
    const ticking = setInterval(tick, 1_000);
    return () => clearInterval(ticking);
  }, [end]);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) over();
  }, [isOver, over]);
  const whole = Math.max(end - Date.parse(madeAt), 1);
  const share = Math.min(Math.max(left / whole, 0), 1);
  return (
    <>
      <span className={styles.time} role="timer" data-soon={left < SOON_MILLIS}>
        {isOver ? "Time is over" : `${clockText(left)} left`}
      </span>
      <span className={styles.track} aria-hidden>
        <span
          className={styles.bar}
          data-soon={left < SOON_MILLIS}
          style={{ transform: `scaleX(${share})` }}
        />
      </span>
      <VisuallyHidden role="status">{spokenText(left)}</VisuallyHidden>
    </>
  );
}
