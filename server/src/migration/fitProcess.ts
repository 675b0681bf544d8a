import { parseSource } from '@onewindow/processes';
import {
  type MigrationFinding,
  type MigrationOutline,
  migrationFinding,
} from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { PlannedPair } from './planPair.ts';
import { readPlace } from './readPlace.ts';

type Variables = Record<string, string | number | boolean>;

/** Whether every place of the case leads on, and whether the new process will have what it asks for on the way. */
export async function fitProcess(options: {
  app: AppContext;
  subject: CaseDocument;
  pair: PlannedPair;
  outline: MigrationOutline;
  /** Start variables as the new version reads them. */
  fresh: Variables;
  target: ReadonlyMap<string, string>;
}): Promise<{ findings: MigrationFinding[]; variables: Variables }> {
  const { app, subject, pair, outline, fresh, target } = options;
  // Not accepted yet: its process will be started as the new version says.
  if (subject.engine.state === 'none') return { findings: [], variables: {} };
  const place = await readPlace(app, subject);
  if (place.definitionId !== pair.before.definitionId)
    return { findings: [migrationFinding('engineElsewhere', { from: pair.wish.from })], variables: {} };
  const lost = place.elements.filter((id) => !target.has(id));
  const at = place.elements.flatMap((id) => target.get(id)?.replace(/#.*$/, '') ?? []);
  const added = Object.entries(fresh).filter(([name]) => !place.variables.has(name));
  const known = new Set([...place.variables, ...added.map(([name]) => name)]);
  return {
    findings: [
      ...lost.map((id) => migrationFinding('placeGone', { name: outline.nameOf(id) }, id)),
      ...outline.use.missing(at, known),
      ...added.map(([variable]) => migrationFinding('variableAdded', { variable }, variable)),
      ...(lost.length > 0
        ? []
        : await licenseSources(app, subject, pair, (step) => outline.use.passedBy(step, at))),
    ],
    variables: Object.fromEntries(added),
  };
}

/** Steps from which the new license takes facts and which the case has neither done nor is sure to come to. */
async function licenseSources(
  app: AppContext,
  subject: CaseDocument,
  { after }: PlannedPair,
  isPassedBy: (step: string) => boolean,
): Promise<MigrationFinding[]> {
  if (subject.decision !== undefined) return [];
  const { fields = {}, pictures = {} } = after.pack.license ?? {};
  const sources = [...Object.values(fields).map(({ from }) => from), ...Object.values(pictures)];
  const wanted = new Set(sources.flatMap((source) => parseSource(source).step ?? []));
  const open = [...wanted].filter(isPassedBy);
  if (open.length === 0) return [];
  const done = await app.models.submissions
    .find({ tenant: app.tenant, caseId: subject._id }, { stepKey: 1 })
    .lean();
  return open
    .filter((step) => done.every(({ stepKey }) => stepKey !== step))
    .map((step) =>
      migrationFinding('licenseSourceMissing', { name: after.pack.steps[step]?.name ?? step }, step),
    );
}
