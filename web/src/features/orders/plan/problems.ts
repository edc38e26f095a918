import { ApiError } from "@/shared/api/errors";
import type { Obstacle } from "../types";

function isObstacle(entry: unknown): entry is Obstacle {
  return typeof entry === "object" && entry !== null && "sentence" in entry && "kind" in entry;
}

/** What keeps an order from being shipped, where that is why the server refused. */
export function obstaclesIn(error: Error | null): Obstacle[] {
  const told = error instanceof ApiError ? error.problem?.obstacles : undefined;
  return Array.isArray(told) ? told.filter(isObstacle) : [];
}
