import { MANIFEST } from '../pack/packFiles.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import { findCycle } from './findCycle.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Items of a theme exist and do not wait in a circle; shared questions and the joint visit name what the items have. */
export function lintTheme({ manifest, context, forms }: ManifestUnderLint): Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, path: string, params: Record<string, string>) =>
    found.push(finding(code, { file: MANIFEST, path }, params));
  const { packs } = context;
  manifest.themes.forEach((name, index) => {
    if (packs && !packs.has(name)) add('themeUnknown', `themes.${index}`, { name });
  });
  const { theme } = manifest;
  if (!theme) return found;
  const items = theme.items.map(({ item }) => item);
  theme.items.forEach(({ item, operation, after, applicantFrom }, index) => {
    const path = `theme.items.${index}`;
    const known = packs?.get(item);
    if (packs && !known) add('themeItemUnknown', `${path}.item`, { name: item });
    if (known && !known.fields[operation])
      add('themeOperationUnknown', `${path}.operation`, { name: item, operation });
    for (const name of after) if (!items.includes(name)) add('themeItemOutside', `${path}.after`, { name });
    if (applicantFrom && !after.includes(applicantFrom))
      add('themeItemOutside', `${path}.applicantFrom`, { name: applicantFrom });
  });
  const circle = findCycle(new Map(theme.items.map(({ item, after }) => [item, after])));
  if (circle) add('themeCycle', 'theme.items', { circle: circle.join(' → ') });
  const own = manifest.operations
    .map(({ intakeForm }) => forms.get(intakeForm))
    .filter((form) => form !== undefined);
  theme.sharedQuestions.forEach(({ key, field, to }, index) => {
    const path = `theme.sharedQuestions.${index}`;
    if (own.some(({ fields }) => !fields.some((entry) => entry.input && entry.path === field)))
      add('themeQuestionField', `${path}.field`, { name: key, item: manifest.packCode, pointer: field });
    to.forEach(({ item, operation, field: pointer }, at) => {
      if (!items.includes(item)) add('themeItemOutside', `${path}.to.${at}.item`, { name: item });
      const fields = packs?.get(item)?.fields[operation];
      if (fields && !fields.includes(pointer))
        add('themeQuestionField', `${path}.to.${at}.field`, { name: key, item, pointer });
    });
  });
  found.push(...lintSharedMaterials({ manifest, context }), ...lintAnswers({ manifest, context }));
  theme.jointVisit?.visits.forEach(({ item, step }, index) => {
    const path = `theme.jointVisit.visits.${index}`;
    if (!items.includes(item)) add('themeItemOutside', `${path}.item`, { name: item });
    const known = packs?.get(item);
    if (known && !known.steps.includes(step)) add('themeVisitStep', `${path}.step`, { name: step, item });
  });
  return found;
}

type Part = Pick<ManifestUnderLint, 'manifest' | 'context'>;

/** Shared materials are materials of the theme and of the items. */
function lintSharedMaterials({ manifest, context }: Part): Finding[] {
  const own = manifest.materials.map(({ key }) => key);
  return (manifest.theme?.sharedMaterials ?? []).flatMap(({ material, to }, index) => {
    const path = `theme.sharedMaterials.${index}`;
    const add = (item: string, name: string) =>
      finding('themeMaterialUnknown', { file: MANIFEST, path }, { item, name });
    return [
      ...(own.includes(material) ? [] : [add(manifest.packCode, material)]),
      ...to.flatMap((target) => {
        const known = context.packs?.get(target.item)?.materials;
        return known && !known.includes(target.material) ? [add(target.item, target.material)] : [];
      }),
    ];
  });
}

/** Every question that an item's form insists on is answered by the theme's form: nobody is asked twice, or not at all. */
function lintAnswers({ manifest, context }: Part): Finding[] {
  const { theme } = manifest;
  if (!theme) return [];
  const answered = (item: string) =>
    theme.sharedQuestions.flatMap(({ to }) =>
      to.filter((target) => target.item === item).map(({ field }) => field),
    );
  return theme.items.flatMap(({ item, operation }, index) =>
    (context.packs?.get(item)?.asks?.[operation] ?? [])
      .filter((pointer) => !answered(item).includes(pointer))
      .map((pointer) =>
        finding('themeQuestionMissing', { file: MANIFEST, path: `theme.items.${index}` }, { item, pointer }),
      ),
  );
}
