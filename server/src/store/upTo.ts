import { trusted } from 'mongoose';

const beginning = new Date(0);

/**
 * Filter for instants up to and including this one, on a field that may be absent. Both ends, because the embedded store
 * reads all documents without the field when there is no lower one (docs/decisions/0013).
 */
export function upTo(instant: Date): { $gt: Date; $lte: Date } {
  return trusted({ $gt: beginning, $lte: instant });
}
