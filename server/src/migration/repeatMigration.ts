import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import type { MigrationDocument } from './model.ts';
import { readPlace } from './readPlace.ts';

/**
 * The engine has a case on another definition than the store says. Where a migration took the case from the one to the
 * other (the engine's database was restored to a time before it), the engine is owed that migration again. Returns whether
 * it was.
 */
export async function repeatMigration(
  app: AppContext,
  subject: Pick<CaseDocument, '_id' | 'definitionId'>,
  definitionInEngine: string,
): Promise<boolean> {
  const { tenant } = app;
  const moved = await app.models.caseMigrations
    .find({ tenant, caseId: subject._id, state: 'moved' }, { migrationId: 1 })
    .lean();
  for (const { migrationId } of moved) {
    const migration = (await app.models.migrations
      .findOne({ _id: migrationId, tenant })
      .lean()) as MigrationDocument | null;
    const { sourceProcessDefinitionId: from, targetProcessDefinitionId: to } = migration?.plan ?? {};
    if (migration === null || from !== definitionInEngine || to !== subject.definitionId) continue;
    const variables = await lackingVariables(app, subject._id);
    await changeCase({
      app,
      caseId: subject._id,
      actor: { kind: 'system', name: 'reconciler' },
      work: (change) => {
        change.subject.migration = { id: migrationId, to: migration.to };
        change.event('migrationRepeated', { from: migration.from, to: migration.to });
        change.outbox({
          destination: 'engine',
          type: 'migrateCase',
          payload: { migrationId, variables },
        });
      },
    });
    return true;
  }
  return false;
}

/** Start variables of the case's version that the engine's instance does not have. */
async function lackingVariables(app: AppContext, caseId: string) {
  const subject = (await app.models.cases
    .findOne({ _id: caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) return {};
  const [place, { variables }] = await Promise.all([
    readPlace(app, subject),
    readEngineVariables({ app, subject }),
  ]);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !place.variables.has(name)));
}
