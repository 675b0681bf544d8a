import type { EngineInstant } from '../client/types.ts';

/** Milliseconds since the epoch of an engine's time text, whose offset has no colon. Throws RangeError when it is none. */
export function toMilliseconds(instant: EngineInstant): number {
  const milliseconds = Date.parse(instant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(milliseconds)) throw new RangeError(`no engine time: ${instant}`);
  return milliseconds;
}

/** Time text as the engine's queries take it, in UTC. */
export function toEngineInstant(milliseconds: number): EngineInstant {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}

/** The instant `milliseconds` later (earlier when negative). */
export function shiftInstant(instant: EngineInstant, milliseconds: number): EngineInstant {
  return toEngineInstant(toMilliseconds(instant) + milliseconds);
}
