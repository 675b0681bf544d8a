import type { ScenarioFile } from '@onewindow/processes';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Failure, Place } from './failure.ts';
import type { Stage } from './stage.ts';

/** One scenario while it is played. */
export interface Run {
  readonly stage: Stage;
  readonly loaded: LoadedPack;
  readonly file: ScenarioFile;
  /** Ids of the licenses that the applicant held before, by their keys. */
  readonly licenses: ReadonlyMap<string, string>;
  /** Department whose window took the case in. */
  readonly window: string;
  /** Which clerk of it serves; the first when left out. */
  readonly clerk?: number;
  readonly failures: Failure[];
  /** Other cases that reports of the scenario made, which it does not follow. */
  readonly others: string[];
  /** Set once the draft is opened or the first report is taken. */
  caseId?: string;
  fail(path: Place, failure: Omit<Failure, 'file' | 'line' | 'path'>): void;
}

/** Ends a scenario at once: what is to follow cannot be judged. The failure is already noted. */
export class ScenarioOver extends Error {}

/** The case as it is stored now. Throws Error before the draft is opened. */
export async function caseOf(run: Run): Promise<CaseDocument> {
  const { app } = run.stage;
  const subject = await app.models.cases.findOne({ _id: run.caseId ?? '', tenant: app.tenant }).lean();
  if (subject === null) throw new Error('the scenario has no case yet');
  return subject as CaseDocument;
}
