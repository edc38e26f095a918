import { createTheme, type MantineColorsTuple, Notification } from "@mantine/core";

/** Kelp and sea: the one colour of what can be pressed. Ten shades, lightest first. */
const tide: MantineColorsTuple = [
  "#e6f7f9",
  "#d3edf1",
  "#a6dae2",
  "#76c6d3",
  "#4fb5c6",
  "#36abbe",
  "#1f98ab",
  "#0b7285",
  "#075f70",
  "#024b59",
];

export const theme = createTheme({
  primaryColor: "tide",
  primaryShade: { light: 7, dark: 7 },
  colors: { tide },
  autoContrast: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif",
  defaultRadius: "md",
  cursorType: "pointer",
  headings: { fontWeight: "650" },
  components: {
    // By name: importing these would load them on every phone.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Close this message" } },
    }),
  },
});
