import { validateSubmission } from '@onewindow/forms';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { AppError } from '../errors/appError.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { kindOf } from './categoryOf.ts';
import type { DispatchState } from './dispatchState.ts';

/** The report's form, checked whole, and the kind that it names. Throws AppError `formInvalid`, `categoryUnknown`. */
export async function readReportForm(
  loaded: LoadedPack,
  formData: Record<string, unknown>,
): Promise<{
  formPath: string;
  data: Record<string, unknown>;
  kind: Pick<DispatchState, 'category' | 'subcategory'>;
}> {
  const formPath = loaded.operation('new').intakeForm;
  const checked = await validateSubmission({
    form: loaded.form(formPath),
    data: formData,
    mode: 'submit',
    locale: 'zh-CN',
    // Photographs come beside the form.
    knownFiles: new Map(),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const { dispatch } = loaded.pack;
  if (dispatch?.categoryFrom === undefined) return { formPath, data: checked.data, kind: {} };
  const key = String(readPointer(checked.data, dispatch.categoryFrom) ?? '');
  const kind = kindOf(dispatch, key);
  if (kind === undefined) throw new AppError('categoryUnknown', { params: { key } });
  return { formPath, data: checked.data, kind };
}
