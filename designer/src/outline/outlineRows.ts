import { findDepartmentVariables } from '../bpmn/findVariables.ts';
import type { BpmnConnection, BpmnElement, Services } from '../bpmn/modelerTypes.ts';
import { attribute, conditionOf } from '../bpmn/PackEditor.ts';
import type { DesignerTexts } from '../i18n/designerTexts.ts';
import { listed } from '../i18n/marks.ts';
import { readAssignment } from '../model/candidateGroup.ts';
import { readLimit } from '../model/limit.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Finding, Locale } from '../model/packFiles.ts';
import { samePersonSentence } from '../panel/samePersonChoices.ts';
import { elementName, isMerge, placeWords } from './elementName.ts';
import { orderByFlow } from './orderByFlow.ts';
import { titleOfForm } from './titleOfForm.ts';

/** One line of the outline: an element and, in words, all that the list says about it. '' where there is nothing to say. */
export interface OutlineRow {
  readonly id: string;
  readonly type: string;
  /** What it is: 人工任务, 分支 and so on. */
  readonly kind: string;
  readonly name: string;
  /** Its name in the language of the page, where the pack has one and the diagram is written in the other. */
  readonly also: string;
  readonly who: string;
  readonly form: string;
  readonly limit: string;
  readonly next: string;
  /** How many findings the check has about it. */
  readonly findings: number;
  /** How many open comments there are on it. */
  readonly comments: number;
}

interface Input {
  readonly registry: Services['elementRegistry'];
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  readonly comments: ReadonlyMap<string, number>;
  readonly texts: DesignerTexts;
  readonly locale: Locale;
}

/** The elements of the process in the order of the flow, each as a line of the outline. */
export function outlineRows({
  registry,
  manifest,
  files,
  findings,
  comments,
  texts,
  locale,
}: Input): OutlineRow[] {
  const departments = new Map(
    findDepartmentVariables(registry, locale).map(({ name, label }) => [name, label]),
  );
  const counts = new Map<string, number>();
  for (const { element } of findings)
    if (element !== undefined) counts.set(element, (counts.get(element) ?? 0) + 1);
  const whoOf = (element: BpmnElement): string => {
    const groups = attribute(element, 'camunda:candidateGroups');
    const assigned = readAssignment(groups);
    if (assigned === null) return groups;
    const department = departments.get(assigned.departmentVariable) ?? assigned.departmentVariable;
    const same = manifest.steps?.[element.id]?.samePersonAs;
    return [
      department,
      texts.roles[assigned.role] ?? assigned.role,
      ...(same === undefined ? [] : [samePersonSentence(same, manifest, locale)]),
    ].join(' · ');
  };
  return orderByFlow(registry.filter(isShown)).map((element) => {
    const step = manifest.steps?.[element.id];
    const form = attribute(element, 'camunda:formKey');
    const limit = readLimit(step?.limit);
    const isFlow = element.type === 'bpmn:SequenceFlow';
    const name = attribute(element, 'name');
    const target = isFlow ? elementName((element as BpmnConnection).target, texts) : '';
    return {
      id: element.id,
      type: element.type,
      kind: texts.types[element.type] ?? element.type.replace('bpmn:', ''),
      name:
        name ||
        (isFlow ? `→ ${target}` : isMerge(element) ? texts.merge : placeWords(element, texts) || element.id),
      also: locale === 'en' && step?.name?.en !== undefined && step.name.en !== name ? step.name.en : '',
      who: element.type === 'bpmn:UserTask' ? whoOf(element) : '',
      form: form === '' ? '' : titleOfForm(form, files.get(form) ?? '', locale),
      limit: limit === null ? '' : `${limit.amount} ${texts.units[limit.unit]}`,
      next: isFlow
        ? name === ''
          ? ''
          : target
        : listed(
            element.outgoing.map(({ target }) => elementName(target, texts)),
            locale,
          ),
      findings: counts.get(element.id) ?? 0,
      comments: comments.get(element.id) ?? 0,
    };
  });
}

/** Shapes of the process, and the flows that say something. */
function isShown(element: BpmnElement): boolean {
  if (
    element.labelTarget !== undefined ||
    element.type === 'label' ||
    element.parent === undefined ||
    element.parent === null
  )
    return false;
  if (element.type !== 'bpmn:SequenceFlow') return element.waypoints === undefined;
  const source = (element as { source?: BpmnElement }).source;
  return (
    conditionOf(element) !== '' ||
    attribute(element, 'name') !== '' ||
    (source !== undefined && /Gateway$/.test(source.type) && source.outgoing.length > 1)
  );
}
