import { type HistoryChange, readHistoryChanges } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { historySyncedAt, reconcilerFindings } from '../http/metrics.ts';
import { newId } from '../store/newId.ts';
import { findUnrecorded } from './findUnrecorded.ts';
import { recordAssignee } from './recordAssignee.ts';
import { recordChanged } from './recordChanged.ts';

const watermarkName = 'engineHistory';
/** Entries remembered so that the overlap is not applied again by this copy; applying it again would change nothing. */
const remembered = 50_000;
const fullLookEvery = 15;
/** Milliseconds read again by the looks in between; longer than nearly every transaction of the engine. */
const recentOverlap = 5_000;

/**
 * Finds what happened in the engine without us: tasks made by timers and workers, completions and claims by other
 * clients, ended processes, incidents. Brings each touched case in line.
 */
export class HistorySync {
  readonly #app: AppContext;
  readonly #applied = new Set<string>();
  /** Engine time up to which this copy has looked. */
  #newest: string | null = null;
  #looks = 0;

  constructor(app: AppContext) {
    this.#app = app;
  }

  /**
   * One look of the background: mostly at the last seconds only, every 15th one at everything since the watermark with
   * the whole overlap. What a long transaction commits late is found then. Throws EngineError.
   */
  async look(): Promise<void> {
    const recent = this.#newest;
    this.#looks += 1;
    if (recent === null || this.#looks % fullLookEvery === 0) return this.run();
    const request = {
      client: this.#app.engine,
      since: recent,
      tenant: this.#app.tenant,
      overlapMs: recentOverlap,
    };
    for await (const page of readHistoryChanges(request)) {
      await this.#apply(page.changes);
      this.#newest = page.watermark ?? this.#newest;
    }
    historySyncedAt.set({ tenant: this.#app.tenant }, this.#app.time.now().getTime() / 1000);
  }

  /** Reads since the stored watermark. Throws EngineError when the engine is away; the watermark then stays. */
  async run(): Promise<void> {
    const app = this.#app;
    const mark = await app.models.watermarks.findOne({ tenant: app.tenant, name: watermarkName }).lean();
    const since = typeof mark?.value['time'] === 'string' ? mark.value['time'] : null;
    for await (const page of readHistoryChanges({ client: app.engine, since, tenant: app.tenant })) {
      await this.#apply(page.changes);
      this.#newest = page.watermark ?? this.#newest;
      if (page.watermark !== null && page.watermark !== since) await this.#saveWatermark(page.watermark);
    }
    historySyncedAt.set({ tenant: app.tenant }, app.time.now().getTime() / 1000);
  }

  async #apply(changes: readonly HistoryChange[]): Promise<void> {
    const fresh = changes.filter((change) => !this.#applied.has(keyOf(change)));
    await recordChanged(this.#app, await findUnrecorded(this.#app, fresh));
    for (const change of fresh) {
      if (change.kind === 'taskUpdated') await recordAssignee(this.#app, change.task);
      if (change.kind === 'incidentRaised') this.#alarm(change);
      this.#remember(keyOf(change));
    }
  }

  #alarm(change: Extract<HistoryChange, { kind: 'incidentRaised' }>): void {
    const { activityId, processInstanceId, incidentType, incidentMessage } = change.incident;
    reconcilerFindings.inc({ kind: 'incident' });
    this.#app.log.error(
      { activityId, processInstanceId, incidentType, incidentMessage },
      'the engine raised an incident',
    );
  }

  #remember(key: string): void {
    this.#applied.add(key);
    if (this.#applied.size <= remembered) return;
    for (const oldest of this.#applied) {
      this.#applied.delete(oldest);
      if (this.#applied.size <= remembered / 2) return;
    }
  }

  async #saveWatermark(time: string): Promise<void> {
    const app = this.#app;
    await app.models.watermarks.updateOne(
      { tenant: app.tenant, name: watermarkName },
      {
        $set: { value: { time }, updatedAt: app.time.now() },
        $setOnInsert: { _id: newId(), schemaVersion: 1 },
      },
      { upsert: true },
    );
  }
}

function keyOf(change: HistoryChange): string {
  const subject =
    'task' in change ? change.task.id : 'incident' in change ? change.incident.id : change.instance.id;
  return `${change.kind}:${subject}:${change.at}`;
}
