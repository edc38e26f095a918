import type { paths } from "@contract";

type Json<T> = T extends { content: { "application/json": infer B } } ? B : never;

/** The paths whose POST takes an Idempotency-Key and JSON. */
export type CommandPath = {
  [P in keyof paths]: paths[P] extends {
    post: { parameters: { header: { "Idempotency-Key": string } } };
  }
    ? Json<NonNullable<paths[P]["post"]["requestBody"]>> extends never
      ? never
      : P
    : never;
}[keyof paths];

/** What a command says. */
export type CommandBody<P extends CommandPath> = paths[P] extends {
  post: { requestBody?: infer R };
}
  ? Json<NonNullable<R>>
  : never;

/** Small notes of the feature that gave the command: what it concerns, how it is undone. */
export type Notes = Record<string, string | number | boolean>;

/** Why a command was refused, in the server's words. */
export interface Refusal {
  kind: string;
  title: string;
  detail: string;
  /** How much there was, where a command of one line asked for too much. */
  available?: number;
  /** Whether sending it again may help: the server broke, it did not decide. */
  again: boolean;
}

/**
 * A command that a person has given. `waiting` until the server has decided; it is sent with the
 * same key and the same bytes however often that takes, so it happens once.
 */
export interface OutboxEntry {
  /** The idempotency key. */
  id: string;
  /** With the identifiers filled in. */
  path: string;
  /** The bytes to send: another spelling of the same would be another command. */
  body: string;
  /** What the person did, as a sentence without its full stop: "Sell 2 × olive oil". */
  text: string;
  notes: Notes;
  madeAt: number;
  state: "waiting" | "done" | "refused";
  tries: number;
  nextTryAt: number;
  /** Why it still waits. */
  trouble?: string;
  settledAt?: number;
  answer?: unknown;
  /** Members of the answer that are kept, where all of it is too long to be kept. */
  keeps?: readonly string[];
  refusal?: Refusal;
  /** Goes only when this one is done: the undoing of what may still be refused. */
  after?: string;
  /** The person has seen the result; it stays in the list of what was done lately. */
  seen?: boolean;
}
