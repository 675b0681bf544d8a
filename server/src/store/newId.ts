import { v7 } from 'uuid';

/** A UUIDv7 string: unique everywhere, ascending by creation (RFC 9562 section 5.7). */
export function newId(): string {
  return v7();
}
