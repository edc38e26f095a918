const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const THREE = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const BYTES = ["B", "kB", "MB", "GB", "TB"];

/** 0.42 ms, 34.5 ms, 1.2 s. */
export function millisText(millis: number): string {
  if (millis >= 1_000) return `${THREE.format(millis / 1_000)} s`;
  return `${THREE.format(millis)} ms`;
}

/** 1.2 GB, in powers of ten as disks are sold. */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(BYTES.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${TENTHS.format(bytes / 10 ** (3 * power))} ${BYTES[power]}`;
}

/** 34 ms, 3.4 s, 45 s, 4 min 5 s. */
export function secondsText(seconds: number): string {
  if (seconds < 1) return `${WHOLE.format(seconds * 1000)} ms`;
  if (seconds < 10) return `${TENTHS.format(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 100) return `${whole} s`;
  const rest = whole % 60;
  return `${WHOLE.format(Math.floor(whole / 60))} min${rest > 0 ? ` ${rest} s` : ""}`;
}

/** "12.4 times as fast", "2 times as slow", "as fast": a stage beside the one before. */
export function factorText(factor: number): string {
  if (factor >= 1.05) return `${THREE.format(factor)} times as fast`;
  if (factor > 0.95) return "as fast";
  return `${THREE.format(1 / factor)} times as slow`;
}

export function countText(count: number): string {
  return count >= 1_000_000 ? COMPACT.format(count) : WHOLE.format(count);
}
