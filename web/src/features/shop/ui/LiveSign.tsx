import type { LiveState } from "@/shared/stock";
import css from "./shop.module.css";

const WORDS: Record<LiveState, string> = {
  idle: "",
  connecting: "Connecting",
  live: "Live",
  stale: "Figures may have changed",
  lost: "Figures may have changed",
};

/** Whether the figures of a page are kept current, where no single time is right for all of them. */
export function LiveSign({ live }: { live: LiveState }) {
  return (
    <span className={css.liveSign} data-state={live} role="status">
      <span aria-hidden />
      {WORDS[live]}
    </span>
  );
}
