import { comparePromised, defaultCalendar, formatLimit } from '@onewindow/clocks';
import { parseUnaryTests } from '../dmn/unaryTests.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import type { Dispatch } from '../schema/dispatchSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import { findCycle } from './findCycle.ts';
import { optionsOf } from './inputDomains.ts';
import type { ManifestUnderLint } from './LintContext.ts';
import { lintDispatchActs } from './lintDispatchActs.ts';

type Add = (code: FindingCode, path: string, params?: Record<string, string>) => void;

/** Every report has a department and a limit, every action its measure, every grade its plan. */
export function lintDispatch(pack: ManifestUnderLint): Finding[] {
  const { dispatch } = pack.manifest;
  if (!dispatch) return lintDispatchActs(pack);
  const found: Finding[] = [];
  const add: Add = (code, path, params = {}) =>
    found.push(finding(code, { file: MANIFEST, path: `dispatch.${path}` }, params));
  lintCategories(pack, dispatch, add);
  lintCategoryField(pack, dispatch, add);
  lintStages(pack, dispatch, add);
  dispatch.actions.forEach(({ kind, limit }, index) => {
    if ((kind === 'postpone' || kind === 'suspend') && !limit)
      add('dispatchActionLimit', `actions.${index}.limit`, { name: kind });
  });
  lintPlan(pack, dispatch, add);
  return [...found, ...lintDispatchActs(pack)];
}

function lintCategories(
  { context, manifest }: ManifestUnderLint,
  { categories, limits, levels, plan }: Dispatch,
  add: Add,
): void {
  const general =
    limits?.disposal !== undefined || (levels.length > 0 && levels.every((level) => level.limits.disposal));
  const graded = plan?.levels.every(({ disposal }) => disposal) ?? false;
  if (categories.length === 0 && !general && !graded)
    add('dispatchLimitMissing', 'limits', { name: 'disposal' });
  categories.forEach((category, index) => {
    const parts = category.subcategories.map((part, at) => ({
      ...part,
      path: `categories.${index}.subcategories.${at}`,
    }));
    for (const part of parts.length > 0 ? parts : [{ ...category, path: `categories.${index}` }]) {
      if (!part.department && !category.department)
        add('dispatchDepartmentMissing', part.path, { name: part.name['zh-CN'] });
      const disposal = part.limits?.disposal ?? category.limits?.disposal ?? limits?.disposal;
      if (!disposal && !general && !graded)
        add('dispatchLimitMissing', part.path, { name: part.name['zh-CN'] });
      const response = part.limits?.response ?? category.limits?.response ?? limits?.response;
      // As `dispatch` starts them: in the hours of the department that gets it.
      const hours = context.businessHours?.[part.department ?? category.department ?? manifest.department];
      if (response && disposal && !comparePromised(response, disposal, defaultCalendar, hours).ok)
        add('dispatchResponseTooLate', part.path, {
          response: formatLimit(response),
          disposal: formatLimit(disposal),
        });
    }
  });
}

/** What the form lets one choose is a subcategory. */
function lintCategoryField(
  { manifest, forms }: ManifestUnderLint,
  { categoryFrom, categories }: Dispatch,
  add: Add,
): void {
  if (!categoryFrom) return;
  const known = categories.flatMap(({ key, subcategories }) => [
    key,
    ...subcategories.map((part) => part.key),
  ]);
  for (const { intakeForm } of manifest.operations) {
    const form = forms.get(intakeForm);
    const field = form?.fields.find(({ path, input }) => input && path === categoryFrom);
    if (form && !field)
      add('pointerDangling', 'categoryFrom', {
        name: 'categoryFrom',
        pointer: categoryFrom,
        form: intakeForm,
      });
    for (const name of (field && optionsOf(field.component)) || []) {
      if (!known.includes(name)) add('dispatchCategoryUnknown', 'categoryFrom', { name, form: intakeForm });
    }
  }
}

function lintStages({ manifest }: ManifestUnderLint, { stages, disputes }: Dispatch, add: Add): void {
  const steps = stages.flatMap((stage) => stage.steps);
  for (const name of new Set(steps.filter((step, index) => steps.indexOf(step) !== index)))
    add('dispatchStepTwice', 'stages', { name });
  for (const name of Object.keys(manifest.steps))
    if (!steps.includes(name) && name !== disputes?.step) add('dispatchStepOutside', 'stages', { name });
}

function lintPlan({ decisions }: ManifestUnderLint, { plan }: Dispatch, add: Add): void {
  if (!plan) return;
  const decision = decisions.find(({ id }) => id === plan.decision);
  if (!decision) add('planDecisionUnknown', 'plan.decision', { name: plan.decision });
  const levels = plan.levels.map(({ level }) => level);
  const given = new Set<string>();
  for (const { outputs } of decision?.table?.rules ?? []) {
    const test = parseUnaryTests(outputs[0] ?? '');
    if (test?.kind === 'compare') given.add(String(test.value));
  }
  for (const name of given) if (!levels.includes(name)) add('planLevelMissing', 'plan.levels', { name });
  plan.levels.forEach(({ level, tasks }, index) => {
    const path = `plan.levels.${index}`;
    if (given.size > 0 && !given.has(level)) add('planLevelNever', path, { name: level });
    const keys = tasks.map(({ key }) => key);
    tasks.forEach(({ after }, at) => {
      for (const name of after)
        if (!keys.includes(name)) add('planTaskUnknown', `${path}.tasks.${at}.after`, { name });
    });
    const circle = findCycle(new Map(tasks.map(({ key, after }) => [key, after])));
    if (circle) add('planCycle', `${path}.tasks`, { circle: circle.join(' → ') });
  });
}
