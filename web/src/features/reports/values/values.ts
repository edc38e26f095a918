import type { Kind, Value } from "../wire";
import { moneyText, shortMoneyText, wholeMoneyText } from "./money";
import { hourText, shortTimeText, timeText, weekdayText } from "./times";

/** What stands where nothing was counted. */
export const NOTHING = "\u2013";

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const HUNDREDTHS = new Intl.NumberFormat("en", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const THOUSANDTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
/** Grams of a hundred kilograms tell a person nothing, nor do hundredths; files have them. */
const EXACT_BELOW = 100;
const RATIO_EXACT_BELOW = 10;
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const METRE_MM = 1_000;
const KILOMETRE_M = 1_000;
const MOST_WITH_CENTS = 100_000;
/** $1,199,382 has room on a phone, in smaller letters. */
const LONGEST_HEADLINE = 10;

/** What a value needs beside itself to be written. */
export interface Context {
  /** Of money; null where nothing was sold. */
  currency: string | null;
  /** How long the rows of a report are. */
  by: string | null;
}

/** A value as a person reads it in a table. */
export function valueText(value: Value | undefined, kind: Kind, context: Context): string {
  if (value === null || value === undefined) return NOTHING;
  if (kind === "time") return timeText(String(value), context.by);
  if (kind === "weekday") return weekdayText(value);
  if (kind === "hour") return hourText(value);
  if (kind === "text" || typeof value === "string") return String(value);
  return figureText(value, kind, context);
}

function figureText(value: number, kind: Kind, { currency }: Context): string {
  switch (kind) {
    case "count":
      return WHOLE.format(value);
    case "units":
      return (Math.abs(value) >= EXACT_BELOW ? TENTHS : THOUSANDTHS).format(value);
    case "money":
      return currency ? moneyText(value, currency) : WHOLE.format(value);
    case "mean":
      return TENTHS.format(value);
    case "rate":
      return rateText(value);
    case "duration":
      return durationText(value);
    case "length":
      return lengthText(value);
    case "days":
      return `${TENTHS.format(value)} d`;
    default:
      return (Math.abs(value) >= RATIO_EXACT_BELOW ? TENTHS : HUNDREDTHS).format(value);
  }
}

/** A value as a headline: no cents of thousands, and 12.3M where all its digits have no room. */
export function headlineText(value: Value | undefined, kind: Kind, context: Context): string {
  const text = roundedText(value, kind, context);
  const sums = kind === "money" || kind === "count" || kind === "units";
  return sums && text.length > LONGEST_HEADLINE ? shortText(value, kind, context) : text;
}

function roundedText(value: Value | undefined, kind: Kind, context: Context): string {
  if (typeof value !== "number") return valueText(value, kind, context);
  if (kind === "money" && context.currency && Math.abs(value) >= MOST_WITH_CENTS) {
    return wholeMoneyText(value, context.currency);
  }
  if (kind === "units" && Math.abs(value) >= EXACT_BELOW) return WHOLE.format(value);
  return valueText(value, kind, context);
}

/** A value as an axis has room for it: 3.2K, Nov 20. */
export function shortText(value: Value | undefined, kind: Kind, context: Context): string {
  if (value === null || value === undefined) return NOTHING;
  if (kind === "time") return shortTimeText(String(value), context.by);
  if (typeof value !== "number") return valueText(value, kind, context);
  const thousands = Math.abs(value) >= 1_000;
  if (kind === "count" || kind === "units" || kind === "mean") {
    return thousands ? COMPACT.format(value) : THOUSANDTHS.format(value);
  }
  if (kind === "money" && context.currency) return shortMoneyText(value, context.currency);
  if (kind === "rate") return `${TENTHS.format(value * 100)}%`;
  if (kind === "ratio") return TENTHS.format(value);
  if (kind === "duration") return shortDuration(value);
  return valueText(value, kind, context);
}

/** 45 s, 12 min, 3.5 h, 2 d: in one unit, for there is no room for two. */
function shortDuration(seconds: number): string {
  if (seconds < MINUTE) return `${WHOLE.format(seconds)} s`;
  if (seconds < HOUR) return `${TENTHS.format(seconds / MINUTE)} min`;
  if (seconds < 2 * DAY) return `${TENTHS.format(seconds / HOUR)} h`;
  return `${TENTHS.format(seconds / DAY)} d`;
}

/** 97.3%; what is not all of it is never written as all of it, nor as nothing. */
export function rateText(rate: number): string {
  const percent = rate * 100;
  const tenth = percent.toFixed(1);
  const rounded = (tenth === "100.0" && rate < 1) || (tenth === "0.0" && rate > 0);
  return `${rounded ? percent.toFixed(2) : tenth}%`;
}

/** 45 s, 12 min, 3 h 20 min, 2 d 4 h. */
export function durationText(seconds: number): string {
  if (seconds < 100) return `${WHOLE.format(seconds)} s`;
  if (seconds < 100 * MINUTE) return `${WHOLE.format(seconds / MINUTE)} min`;
  const [large, small, each, every] =
    seconds < 48 * HOUR ? (["h", "min", HOUR, MINUTE] as const) : (["d", "h", DAY, HOUR] as const);
  const smalls = Math.round(seconds / every);
  const per = each / every;
  const rest = smalls % per;
  return `${Math.floor(smalls / per)} ${large}${rest > 0 ? ` ${rest} ${small}` : ""}`;
}

/** 850 mm, 12.4 m, 3.1 km. */
export function lengthText(millimetres: number): string {
  if (Math.abs(millimetres) < METRE_MM) return `${WHOLE.format(millimetres)} mm`;
  const metres = millimetres / METRE_MM;
  if (Math.abs(metres) < KILOMETRE_M) return `${TENTHS.format(metres)} m`;
  return `${TENTHS.format(metres / KILOMETRE_M)} km`;
}

/** What of a table is for people to compare; the rest says what a row is about. */
export function isFigure(kind: Kind): boolean {
  return kind !== "text" && kind !== "time" && kind !== "weekday" && kind !== "hour";
}
