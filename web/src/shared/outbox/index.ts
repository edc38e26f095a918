export { STATE_COLORS } from "./colors";
export type { CommandBody, CommandPath, Notes, OutboxEntry } from "./entry";
export { OutboxDrawer } from "./OutboxDrawer";
export { OutboxIndicator } from "./OutboxIndicator";
export { useCommand, useOutbox } from "./useOutbox";
