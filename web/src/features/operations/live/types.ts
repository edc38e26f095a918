import type { Schema } from "@/shared/api/client";

/** Five seconds of a node. Times and sizes are absent where nothing happened to measure them by. */
export type Sample = Schema["OperationsSample"];
/** `history` is oldest first. */
export type OperationsReport = Schema["Operations"];
export type HotPosition = Schema["HotPosition"];
