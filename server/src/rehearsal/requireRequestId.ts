/** The id under which an idempotent route creates. Throws Error on any other route. */
export function requireRequestId(requestId: string | undefined): string {
  if (requestId === undefined) throw new Error('not an idempotent route');
  return requestId;
}
