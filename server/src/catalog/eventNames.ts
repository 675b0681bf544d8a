import { lifeEvents } from '@onewindow/processes';
import type { Text } from '../errors/appError.ts';

/** The life events of a catalogue entry in words; a key that this version does not know is passed over. */
export function eventNames(keys: readonly string[] = []): Text[] {
  const known: Readonly<Record<string, { name: Text }>> = lifeEvents;
  return keys.flatMap((key) => known[key]?.name ?? []);
}
