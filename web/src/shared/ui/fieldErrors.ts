import { ApiError } from "@/shared/api/errors";

interface Found {
  field: string;
  message: string;
}

function isFound(entry: unknown): entry is Found {
  return typeof entry === "object" && entry !== null && "field" in entry && "message" in entry;
}

function foundIn(error: Error | null): Found[] {
  const errors = error instanceof ApiError ? error.problem?.errors : undefined;
  return Array.isArray(errors) ? errors.filter(isFound) : [];
}

/** What the server has against a field of the form. */
export function fieldError(error: Error | null, field: string): string | undefined {
  return foundIn(error).find((found) => found.field === field)?.message;
}

/** What is left to say above the fields: nothing, where each complaint stands at its field. */
export function formError(error: Error | null, fields: readonly string[]): string | undefined {
  if (!error) return undefined;
  const found = foundIn(error);
  const told = found.length > 0 && found.every(({ field }) => fields.includes(field));
  return told ? undefined : error.message;
}
