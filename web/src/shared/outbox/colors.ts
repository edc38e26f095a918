/** Dark enough for small white letters on them, in both colour schemes (WCAG AA). */
export const STATE_COLORS = {
  waiting: "#a63800",
  refused: "#b02525",
  done: "#1b6b2e",
} as const;
