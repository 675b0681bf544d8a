import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { fileName, findMaterial } from './attachMaterial.ts';

/**
 * Puts the files of a material into an order and names them. Every file is named once, none is added or lost by it; the
 * ending of a name stays, because it says what the content is.
 * Throws AppError `versionRequired`, `versionConflict`, `stateConflict`, `materialUnknown`, `filesChanged`.
 */
export async function arrangeFiles(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
  version: number | undefined;
  files: readonly { id: string; name: string }[];
}): Promise<CaseDocument> {
  const { app, actor, caseId, version, materialKey, files } = input;
  if (version === undefined) throw new AppError('versionRequired');
  await readIntakeCase(app, actor, caseId);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    expectedVersion: version,
    work: (change) => {
      requireState(change.subject, 'draft', 'supplementing');
      const material = findMaterial(change.subject.materials, materialKey);
      const known = new Map(material.files.map((file) => [file.id, file]));
      const arranged = files.flatMap(({ id, name }) => {
        const file = known.get(id);
        known.delete(id);
        return file === undefined ? [] : [{ ...file, name: withEnding(fileName(name), file.name) }];
      });
      if (known.size > 0 || arranged.length !== files.length) throw new AppError('filesChanged');
      material.files = arranged;
      change.event('materialArranged', { material: materialKey, count: arranged.length });
    },
  });
  return subject;
}

function withEnding(wanted: string, before: string): string {
  const ending = before.slice(before.lastIndexOf('.'));
  return wanted.toLowerCase().endsWith(ending.toLowerCase()) ? wanted : `${wanted}${ending}`;
}
