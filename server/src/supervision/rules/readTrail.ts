import { shanghaiDay, workdaysBetween } from '@onewindow/clocks';
import { readStepOrder } from '@onewindow/processes';
import type { AppContext } from '../../app/appContext.ts';
import type { EventDocument } from '../../audit/model.ts';
import type { CaseChange } from '../../cases/changeCase.ts';
import type { LoadedPack } from '../../catalog/packRegistry.ts';
import { materialsAsked } from './materialRules.ts';
import type { Trail } from './trail.ts';

const orders = new WeakMap<LoadedPack, Promise<Trail['before']>>();

/** Reads what the rules need to know of a case, within its change; `fresh` are the events not yet written. */
export async function readTrail(
  app: AppContext,
  { subject, session }: Pick<CaseChange, 'subject' | 'session'>,
  fresh: readonly EventDocument[],
): Promise<Trail> {
  const { tenant } = app;
  const stored = (await app.models.events
    .find({ tenant, caseId: subject._id }, null, { session })
    .lean()) as EventDocument[];
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { decision } = subject;
  return {
    events: [...stored.sort((one, other) => one.seq - other.seq), ...fresh],
    fresh,
    ...(decision === undefined ? {} : { decision }),
    before: fresh.some(({ type }) => type === 'stepCompleted') ? await orderOf(loaded) : new Map(),
    held: await heldOf(app, { subject, session }, loaded, fresh.flatMap(materialsAsked)),
    workdays: (from, to) => workdaysBetween(shanghaiDay(from), shanghaiDay(to), app.calendar.calendar),
  };
}

/** The order of the steps of a version, read once. A theme's own case has no process. */
function orderOf(loaded: LoadedPack): Promise<Trail['before']> {
  const known = orders.get(loaded);
  if (known !== undefined) return known;
  const process = loaded.files.get('process.bpmn');
  const order = process === undefined ? Promise.resolve(new Map()) : readStepOrder(process);
  orders.set(loaded, order);
  return order;
}

/** Which of these materials the license store could give: a license in force, of a type that the material names. */
async function heldOf(
  app: AppContext,
  { subject, session }: Pick<CaseChange, 'subject' | 'session'>,
  loaded: LoadedPack,
  asked: readonly string[],
): Promise<Set<string>> {
  const { holderIndex } = subject;
  const wanted = asked.filter((key) => (loaded.material(key)?.licenseTypes.length ?? 0) > 0);
  if (wanted.length === 0 || holderIndex === undefined) return new Set();
  const licenses = await app.models.licenses
    .find({ tenant: app.tenant, holderIndex, state: 'issued' }, { type: 1 }, { session })
    .lean();
  const types = new Set(licenses.map(({ type }) => type));
  return new Set(wanted.filter((key) => loaded.material(key)?.licenseTypes.some((type) => types.has(type))));
}
