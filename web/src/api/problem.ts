import type { FieldError } from './types.ts';

/** An answer of the server that is not a success, in the words meant for the user (RFC 9457 problem document). */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** HTTP status; 0 when the server was not reached at all. */
  readonly status: number;
  /** Stable code of the server's error catalogue, or `offline` / `unreadableAnswer`. */
  readonly code: string;
  readonly traceId: string | undefined;
  readonly errors: FieldError[];
  /** The whole problem document, for codes that carry more (findings, current version). */
  readonly document: Record<string, unknown>;
  /** Seconds after which trying again makes sense (Retry-After), if the server said so. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: string,
    detail: string,
    document: Record<string, unknown> = {},
    retryAfter?: number,
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.document = document;
    this.traceId = typeof document['traceId'] === 'string' ? document['traceId'] : undefined;
    this.errors = Array.isArray(document['errors']) ? document['errors'].filter(isFieldError) : [];
    this.retryAfter = retryAfter;
  }

  /** True when the server may or may not have carried the request out: the same Idempotency-Key must be used again. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  /**
   * True when the session has ended, or another sign-in in this browser has taken its place (a stale token): nothing was
   * done, and who is signed in must be read before anything is done in their name.
   */
  get signedOut(): boolean {
    return (this.status === 401 && this.code === 'notSignedIn') || this.code === 'csrfRefused';
  }
}

function isFieldError(value: unknown): value is FieldError {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  );
}

/** Reads a refused answer. Never throws: an unreadable body becomes a problem with code `unreadableAnswer`. */
export async function readProblem(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const after = Number.isFinite(retryAfter) ? retryAfter : undefined;
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null)
      return problemOf(response.status, body as Record<string, unknown>, after);
  } catch {
    // Fall through: a proxy's HTML page, or nothing at all.
  }
  return new Problem(response.status, 'unreadableAnswer', '', {}, after);
}

/** Builds a problem from an already parsed document. */
export function problemOf(status: number, document: Record<string, unknown>, retryAfter?: number): Problem {
  const code = typeof document['code'] === 'string' ? document['code'] : 'unreadableAnswer';
  const detail = typeof document['detail'] === 'string' ? document['detail'] : '';
  return new Problem(status, code, detail, document, retryAfter);
}
