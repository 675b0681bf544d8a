import { type UploadedFile, UploadRefused } from '@onewindow/forms/browser';
import { useMemo } from 'react';
import { newActionKey } from '../api/actionKey.ts';
import { Problem } from '../api/problem.ts';
import { uploadStepFile } from '../api/tasks.ts';
import { useProblemText } from './useProblemText.ts';

/** How the file fields of a task's form send their files; undefined without a task. A refusal is put into words. */
export function useStepUpload(taskId: string | undefined) {
  const words = useProblemText();
  return useMemo(() => {
    if (taskId === undefined) return undefined;
    return async (file: File, path: string, onProgress: (share: number) => void): Promise<UploadedFile> => {
      try {
        return await uploadStepFile(taskId, path, { file, idempotencyKey: newActionKey(), onProgress });
      } catch (error) {
        // The field's own rule says more than the sentence about the whole form.
        const about = error instanceof Problem ? error.errors[0]?.message : undefined;
        throw new UploadRefused(about ?? words(error), { cause: error });
      }
    };
  }, [taskId, words]);
}
