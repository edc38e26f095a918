import { type ReactNode, useEffect, useRef } from "react";
import { useNavigationType } from "react-router";
import css from "./shop.module.css";

let pagesSeen = 0;

/** The heading of a page. Takes the focus on every page but the first, for screen readers. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Who goes back wants to be where they were in the list.
  const onward = useRef(useNavigationType() !== "POP");
  useEffect(() => {
    if (pagesSeen++ > 0) heading.current?.focus({ preventScroll: true });
    if (onward.current) window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} · Holdfast`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1} className={css.title}>
      {children ?? title}
    </h1>
  );
}
