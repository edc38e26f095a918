import { type Context, headlineText, valueText } from "../values/values";
import type { Kind, Value } from "../wire";
import css from "./page.module.css";

/** Of this length on, letters are smaller: a figure never goes on in a second line. */
const LONG = 8;

interface Props {
  value: Value | undefined;
  kind: Kind;
  context: Context;
}

/** A figure in large letters; pointing at it shows all its digits. */
export function Headline({ value, kind, context }: Props) {
  const text = headlineText(value, kind, context);
  const exact = valueText(value, kind, context);
  return (
    <strong
      className={css.headline}
      data-long={text.length > LONG}
      title={exact === text ? undefined : exact}
    >
      {text}
    </strong>
  );
}
