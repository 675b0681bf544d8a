import type { Dice } from './dice.ts';
import { street } from './madeUp.ts';

/** So often another address is drawn before a second report is made of one. */
const mostTries = 200;

/**
 * Addresses for reports, none of them twice in a town for an item: what is reported of one place is one matter (GB/T 30428), and
 * whoever reports another one stands somewhere else. It remembers what it has given.
 */
export function streetsOfReports(): (packCode: string, town: string, dice: Dice) => string {
  const taken = new Set<string>();
  return (packCode, town, dice) => {
    for (let tries = 1; ; tries += 1) {
      const address = street(dice);
      const place = `${packCode} ${town} ${address}`;
      if (taken.has(place) && tries < mostTries) continue;
      taken.add(place);
      return address;
    }
  };
}
