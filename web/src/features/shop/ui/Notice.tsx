import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ApiError } from "@/shared/api/errors";
import css from "./shop.module.css";

/** Something to know, with what to do about it. */
export function Notice({
  tone,
  role,
  children,
}: {
  tone?: "bad" | "good" | "plain";
  role?: "alert" | "status";
  children: ReactNode;
}) {
  return (
    <div className={css.notice} data-tone={tone} role={role}>
      {children}
    </div>
  );
}

/** A part of a page that could not be loaded. */
export function LoadProblem({ error, again }: { error: Error; again: () => void }) {
  return (
    <Notice tone="bad" role="alert">
      <span>
        {error.message}
        {ApiError.isPassing(error) && " Look whether you are connected, then try again."}
      </span>
      <span>
        <Button variant="default" size="md" onClick={again}>
          Try again
        </Button>
      </span>
    </Notice>
  );
}

/** A page that has nothing yet, and how it gets something. */
export function Empty({
  icon,
  title,
  children,
}: {
  icon: ReactNode;
  title: string;
  children: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <span className={css.emptyMark}>{icon}</span>
      <strong>{title}</strong>
      {children}
    </div>
  );
}
