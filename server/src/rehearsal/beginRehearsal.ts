import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { PackFile } from '../catalog/model.ts';
import { ApiProblem } from '../client/apiClient.ts';
import type { Actor } from '../identity/actor.ts';
import type { RehearsalDocument, RehearsalRecord } from './model.ts';
import { createRehearsal, onStage, recordOf, saveRecord } from './rehearsalStore.ts';
import { viewScene } from './viewScene.ts';

/**
 * Begins a rehearsal of unpublished files: they are published on a stage, where nothing reaches the office's own cases.
 * The person's earlier rehearsal is over; with `again` what was done in it is done once more, up to the first act that
 * these files refuse. Throws AppError `packRefused`, `engineRefused`, `rehearsalsBusy`.
 */
export async function beginRehearsal(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  packCode: string;
  files: readonly PackFile[];
  /** Minute in Shanghai; ten o'clock of this day when left out. */
  startAt?: string | undefined;
  again: boolean;
}) {
  const { app, actor, packCode, startAt = `${shanghaiDay(app.time.now())} 10:00`, again } = input;
  const owner = { tenant: app.tenant, userId: actor.id };
  const earlier = (await app.models.rehearsals.findOne(owner).lean()) as RehearsalDocument | null;
  const repeats = again && earlier?.packCode === packCode;
  const record: RehearsalRecord =
    repeats && earlier !== null ? recordOf(app, earlier) : { startAt, start: null, steps: [] };
  // One stage a person: the earlier one makes room before this one opens.
  if (earlier !== null) await app.rehearsals?.close(earlier._id);
  const document = await createRehearsal({ ...input, record });
  try {
    return await playAsFarAsItGoes(app, document, record);
  } catch (error) {
    await app.models.rehearsals.deleteOne({ _id: document._id });
    throw error;
  }
}

async function playAsFarAsItGoes(app: AppContext, document: RehearsalDocument, record: RehearsalRecord) {
  const blank = { ...record, steps: [] };
  return onStage(app, document, blank, async (live) => {
    for (const act of record.steps) {
      try {
        await live.act(act);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        break;
      }
    }
    const steps = record.steps.slice(0, live.done.length);
    // What was refused may have been done by half: what stands is played anew.
    const left = { ...record, steps, start: steps.length === 0 ? null : record.start };
    await live.bringTo(left);
    const saved = steps.length === record.steps.length ? document : await saveRecord(app, document, left);
    return { ...(await viewScene(saved, live)), left: record.steps.length - steps.length };
  });
}
