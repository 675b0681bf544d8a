import { reachableFrom } from '../bpmn/walkGraph.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { parseSource } from '../schema/sourceSchema.ts';
import type { Variable } from '../schema/stepSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { isDay } from './readForm.ts';

/**
 * A day of another form from which a variable counts: the form is that of the application or of a step before this one, and
 * the field is a day in each form that the application may have. One that no form has gives the default, where there is one.
 */
export function lintDaysFrom(
  { name, daysFrom = '', default: absent }: Variable,
  { manifest, process, forms }: PackUnderLint,
  step: string | undefined,
): Finding[] {
  const add = (code: FindingCode, params: Record<string, string>) => [
    finding(code, { file: MANIFEST, element: step }, { name, ...params }),
  ];
  const { origin, step: from, pointer } = parseSource(daysFrom);
  const earlier =
    step !== undefined &&
    (origin === 'intake' ||
      (from !== null &&
        manifest.steps[from] !== undefined &&
        from !== step &&
        (process === undefined || reachableFrom(process, [from]).has(step))));
  if (!earlier) return add('daysFromUnread', { source: daysFrom });
  const paths =
    from === null
      ? manifest.operations.map(({ intakeForm }) => intakeForm)
      : [manifest.steps[from]?.form ?? ''];
  return [...new Set(paths)].flatMap((path) => {
    const form = forms.get(path);
    const field = form?.fields.find((one) => one.input && one.path === pointer);
    if (form === undefined || (field === undefined && absent !== undefined)) return [];
    if (field === undefined) return add('pointerDangling', { pointer, form: path });
    return isDay(field) ? [] : add('variableNoDay', { pointer });
  });
}
