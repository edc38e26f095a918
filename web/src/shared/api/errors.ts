/** What the server says went wrong (RFC 9457), with how to mend it in `detail`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  field?: string;
  [more: string]: unknown;
}

/** No answer at all, and what proxies say for a server that does not answer them. */
const AWAY_STATUS = new Set([0, 502, 503, 504]);

/** The last part of a problem's type, such as `insufficient-stock`; `unreachable` is our own. */
export class ApiError extends Error {
  readonly kind: string;
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined, kind: string, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.problem = problem;
    this.kind = kind;
  }

  static of(status: number, body: unknown): ApiError {
    const problem = isProblem(body) ? body : undefined;
    const kind = problem ? (problem.type.split("/").at(-1) ?? "unknown") : "unknown";
    const text = problem?.detail ?? problem?.title ?? `The server answered ${status}.`;
    return new ApiError(status, problem, kind, text);
  }

  static unreachable(): ApiError {
    return new ApiError(0, undefined, "unreachable", "The server cannot be reached.");
  }

  /** Whether no server answered, or only a proxy before one that is not there. */
  static isAway(error: unknown): boolean {
    return error instanceof ApiError && AWAY_STATUS.has(error.status);
  }

  /** Whether the same request may succeed a little later. */
  static isPassing(error: unknown): boolean {
    return error instanceof ApiError && (error.status === 0 || error.status === 503);
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "type" in body && "title" in body;
}
