import type { ReactNode } from "react";
import css from "./Mark.module.css";

interface Props {
  tone: "good" | "warning" | "bad" | "quiet";
  children: ReactNode;
}

/** A state in words, with a dot that lets the eye find it. */
export function Mark({ tone, children }: Props) {
  return (
    <span className={css.mark} data-tone={tone}>
      <span className={css.dot} aria-hidden />
      {children}
    </span>
  );
}
