import type { Schema } from "@/shared/api/client";

/** What ./holdfast lab measured on somebody's machine. */
export type LabRun = Schema["LabRun"];
/** A way to keep the facts; `factor` compares it with the stage before. */
export type Stage = Schema["LabStage"];
/** One report at one stage. */
export type Question = Schema["LabQuestion"];
