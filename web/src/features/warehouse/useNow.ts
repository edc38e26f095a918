import { useEffect, useState } from "react";
import { serverNow } from "@/shared/stock/clock";

/** Minutes are shown. */
const TICK_MILLIS = 10_000;

/** The server's time in milliseconds since 1970, fresh enough to show minutes by. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const ticking = setInterval(() => setNow(serverNow()), TICK_MILLIS);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
