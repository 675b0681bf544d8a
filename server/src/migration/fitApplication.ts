import { type MigrationFinding, migrationFinding } from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Text } from '../errors/appError.ts';
import { AppError } from '../errors/appError.ts';
import { checkComplete } from '../intake/checkComplete.ts';
import type { PlannedPair } from './planPair.ts';

interface Objection {
  /** The same for the same objection of another version. */
  readonly key: string;
  readonly finding: MigrationFinding;
}

/**
 * What the new version has against the application as it is stored, and the old one has not: the same check as at receipt
 * (`intake/checkComplete.ts`), with the forms of either. What is wrong under both is no matter of the migration.
 */
export async function fitApplication(
  app: AppContext,
  subject: CaseDocument,
  { before, after }: PlannedPair,
): Promise<MigrationFinding[]> {
  const now = await objectionsOf(app, { ...subject, packVersion: after.version });
  if (now.length === 0) return [];
  const known = new Set(
    (await objectionsOf(app, { ...subject, packVersion: before.version })).map(({ key }) => key),
  );
  return now.filter(({ key }) => !known.has(key)).map(({ finding }) => finding);
}

async function objectionsOf(app: AppContext, subject: CaseDocument): Promise<Objection[]> {
  try {
    await checkComplete({ app, subject });
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.problems.length === 0) {
      const problem: Text = { 'zh-CN': error.userMessage('zh-CN'), en: error.userMessage('en') };
      return [{ key: error.code, finding: migrationFinding('applicationMisfit', { problem }) }];
    }
    return error.problems.map(({ path, rule, message }) => ({
      key: `${path}:${rule}`,
      finding: migrationFinding(
        error.code === 'formInvalid' ? 'formMisfit' : 'applicationMisfit',
        { problem: message },
        path,
      ),
    }));
  }
}
