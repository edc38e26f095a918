/** One report at one stage of the laboratory. */
export interface Question {
  report: string;
  runs: number;
  p50Ms: number;
  p95Ms: number;
  dbP50Ms: number;
  appP50Ms: number;
  readBytes: number | null;
  rows: number;
}

export interface Stage {
  number: number;
  name: string;
  note: string;
  loadSeconds: number;
  refreshSeconds: number | null;
  diskBytes: number | null;
  memoryBytes: number | null;
  /** The middle p95 of the stage before over this one's; 1 for the first. */
  factor: number;
  /** Reports that this stage made slower. */
  worse: string[];
  questions: Question[];
}

/** What ./holdfast lab measured on somebody's machine. */
export interface LabRun {
  id: string;
  engine: string;
  server: string;
  startedAt: string;
  finishedAt: string;
  rows: number;
  orders: number;
  seed: number;
  machine: string;
  stages: Stage[];
  notVerified: string[];
}
