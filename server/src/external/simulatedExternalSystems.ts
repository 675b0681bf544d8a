import type { ExternalApplication, ExternalReport, ExternalSystems } from './externalSystem.ts';
import { numberLike } from './numberLike.ts';

/**
 * Stands in for the national and city systems in development and in tests: gives numbers after the pack's pattern, takes
 * applications in, and says what it was told to say (`tell`). Keeps nothing when the server stops.
 */
export class SimulatedExternalSystems implements ExternalSystems {
  readonly connected = true;
  readonly #reports = new Map<string, ExternalReport>();
  /** Applications as they arrived, by case number. */
  readonly received = new Map<string, ExternalApplication>();
  #away = false;

  async push(application: ExternalApplication): Promise<ExternalReport> {
    this.#requireThere();
    const { packCode, caseNo, numberPattern = '^[0-9]{16}$', takenIn } = application;
    const number = numberLike(numberPattern, caseNo);
    this.received.set(caseNo, application);
    const report = this.#reports.get(`${packCode}:${number}`) ?? { number, status: takenIn };
    this.#reports.set(`${packCode}:${number}`, report);
    return report;
  }

  async read(packCode: string, number: string): Promise<ExternalReport | undefined> {
    this.#requireThere();
    return this.#reports.get(`${packCode}:${number}`);
  }

  /** What the system will say of a number from now on. */
  tell(packCode: string, number: string, status: string): void {
    this.#reports.set(`${packCode}:${number}`, { number, status });
  }

  /** Takes the system off the net, or brings it back. */
  set away(away: boolean) {
    this.#away = away;
  }

  #requireThere(): void {
    if (this.#away) throw new Error('the external system does not answer');
  }
}
