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

/** The library's own, but for the dark ends: words on them and in them must be readable. */
const red: MantineColorsTuple = [
  "#fff5f5",
  "#ffe3e3",
  "#ffc9c9",
  "#ffa8a8",
  "#ff8787",
  "#ff6b6b",
  "#fa5252",
  "#c92a2a",
  "#b02525",
  "#a51f1f",
];

const orange: MantineColorsTuple = [
  "#fff4e6",
  "#ffe8cc",
  "#ffd8a8",
  "#ffc078",
  "#ffa94d",
  "#ff922b",
  "#fd7e14",
  "#b84300",
  "#a33b00",
  "#8f3300",
];

export const theme = createTheme({
  primaryColor: "tide",
  primaryShade: { light: 7, dark: 7 },
  colors: { tide, red, orange },
  autoContrast: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif",
  defaultRadius: "md",
  cursorType: "pointer",
  headings: { fontWeight: "650" },
  components: {
    // By name: importing these would load them on every phone.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    // Its element would be a banner of the page, which has one already.
    ModalHeader: { defaultProps: { role: "presentation" } },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    DrawerHeader: { defaultProps: { role: "presentation" } },
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Close this message" } },
    }),
  },
});
