import { formatLimit } from '@onewindow/clocks';
import { paintProcess } from '@onewindow/processes';
import type { AppContext } from '../../app/appContext.ts';
import { noProcess } from '../../catalog/model.ts';
import type { Actor } from '../../identity/actor.ts';
import { waitingSteps } from '../../liveView/waitingSteps.ts';
import { enoughStays, findBottleneck, judgeSteps } from './judgeSteps.ts';
import { departmentSeen, viewStay } from './listLateStays.ts';
import { stayLimit, staysOfVersion } from './staysOfVersion.ts';

/**
 * Where the cases of an item wait: at each step how many, how long it took lately against its limit, and which step is the worst.
 * Rests on tasks and step clocks alone, so that it is there while the engine is away. A head sees the own department's tasks only.
 * The picture is that of a version; times are of the stays of cases on it. Throws AppError `itemUnknown`.
 */
export async function readBottleneck(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  version?: number | undefined;
}) {
  const { app, actor, packCode } = input;
  const loaded = await (input.version === undefined
    ? app.packs.live(packCode)
    : app.packs.version(packCode, input.version));
  const departmentId = departmentSeen(actor);
  const versions = await app.models.packVersions
    .find({ tenant: app.tenant, packCode }, { version: 1 })
    .lean();
  const { pack } = loaded;
  const drawn = loaded.definitionId !== noProcess;
  const xml = drawn ? loaded.file('process.bpmn') : null;
  const [waiting, stays, painted] = await Promise.all([
    waitingSteps(app, packCode, departmentId),
    staysOfVersion(app, { packCode, version: loaded.version, departmentId }),
    xml === null ? undefined : paintProcess(xml, [], false),
  ]);
  const limitOf = (key: string) => {
    const limit = pack.steps[key]?.limit;
    return limit === undefined ? undefined : formatLimit(limit);
  };
  const figures = judgeSteps(stays, limitOf);
  const worst = findBottleneck(
    new Map([...figures].filter(([key]) => key in pack.steps)),
    new Map([...waiting].map(([key, { overdue }]) => [key, overdue])),
  );
  const order = (painted?.elements ?? []).map(({ id }) => id);
  const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return {
    packCode,
    name: pack.name,
    version: loaded.version,
    versions: versions.map(({ version }) => version).sort((one, other) => other - one),
    at: app.time.now().toISOString(),
    xml,
    stayLimit,
    enoughStays,
    stays: stays.length,
    since: stays.at(-1)?.to.toISOString() ?? null,
    worst: worst ?? null,
    steps: Object.entries(pack.steps)
      .sort(([one], [other]) => placeOf(one) - placeOf(other))
      .map(([key, step]) => {
        const of = figures.get(key);
        return {
          id: key,
          name: step.name,
          limit: limitOf(key) ?? null,
          waiting: waiting.get(key) ?? null,
          times:
            of === undefined
              ? null
              : {
                  ...{ unit: of.unit, limit: of.limit, samples: of.samples, late: of.late },
                  ...{ average: of.average, p90: of.p90 },
                  longest: of.longest.map(viewStay),
                },
        };
      }),
  };
}
