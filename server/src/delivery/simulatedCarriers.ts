import { createHash } from 'node:crypto';
import type { CarrierReport, Consignment, DeliveryCarriers } from './carriers.ts';
import type { SentMethod } from './model.ts';

/**
 * Stands in for the postal service and for electronic delivery in development and in tests: gives tracking numbers and says
 * what it was told to say (`tell`); until then everything is underway. Keeps nothing when the server stops.
 */
export class SimulatedCarriers implements DeliveryCarriers {
  readonly connected = true;
  readonly #reports = new Map<string, CarrierReport>();
  /** Consignments as they arrived, by tracking number. */
  readonly taken = new Map<string, Consignment>();
  #away = false;

  async send(consignment: Consignment): Promise<{ trackingNo: string }> {
    this.#requireThere();
    const digits = BigInt(`0x${createHash('sha256').update(consignment.reference).digest('hex')}`).toString();
    const trackingNo = `${consignment.method === 'post' ? 'EM' : 'DZ'}${digits.slice(0, 11)}CN`;
    this.taken.set(trackingNo, consignment);
    return { trackingNo };
  }

  async read(_method: SentMethod, trackingNo: string): Promise<CarrierReport> {
    this.#requireThere();
    return this.#reports.get(trackingNo) ?? { state: 'underway' };
  }

  /** What will be said of a tracking number from now on. */
  tell(trackingNo: string, report: CarrierReport): void {
    this.#reports.set(trackingNo, report);
  }

  /** Takes the carriers off the net, or brings them back. */
  set away(away: boolean) {
    this.#away = away;
  }

  #requireThere(): void {
    if (this.#away) throw new Error('the carrier does not answer');
  }
}
