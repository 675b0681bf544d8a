import { useState } from 'react';
import { newActionKey } from '../api/actionKey.ts';
import type { MaterialFile } from '../api/caseTypes.ts';
import { Problem } from '../api/problem.ts';
import { upload } from '../api/upload.ts';
import { finishUpload, type PendingUpload, sendInParts, wholeUpTo } from '../api/uploads.ts';
import type { IntakeDraft } from './useIntakeDraft.ts';

/** A file of which the sending broke off; it goes on from where it was. */
export interface Stuck {
  file: File;
  uploadId: string | undefined;
}

/** Sends files of one material one after the other: small ones whole, larger ones in parts that go on after a break. */
export function useMaterialUpload(caseId: string, materialKey: string, draft: IntakeDraft) {
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [stuck, setStuck] = useState<Stuck | null>(null);

  const sendWhole = (file: File) =>
    draft.write(() =>
      upload<MaterialFile>(`/cases/${caseId}/materials/${materialKey}/files`, {
        file,
        idempotencyKey: newActionKey(),
        onProgress: setShare,
      }),
    );
  const sendParts = async (file: File, resume: string | undefined) => {
    let id = resume;
    const told = (part: number, uploadId: string | undefined) => {
      id = uploadId ?? id;
      setShare(part);
    };
    try {
      id = await sendInParts({ file, caseId, materialKey, resume, onProgress: told });
      const uploadId = id;
      const key = newActionKey();
      await draft.write(() => finishUpload(caseId, materialKey, uploadId, key));
    } catch (error) {
      if (error instanceof Problem && error.outcomeUnknown) setStuck({ file, uploadId: id });
      throw error;
    }
  };

  const send = async (files: Iterable<File>, resume?: PendingUpload | Stuck) => {
    setFailure(null);
    setStuck(null);
    const id = resume === undefined ? undefined : 'uploadId' in resume ? resume.uploadId : resume.id;
    for (const file of files) {
      setShare(0);
      try {
        if (id === undefined && file.size <= wholeUpTo) await sendWhole(file);
        else await sendParts(file, id);
      } catch (error) {
        setFailure(error);
        break;
      }
    }
    setShare(null);
  };
  return { share, failure, setFailure, stuck, send };
}
