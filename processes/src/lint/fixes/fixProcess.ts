import { scanXml } from '../../foreign/scanXml.ts';
import { childElements, type XmlElement } from '../../foreign/XmlTree.ts';
import { PROCESS } from '../../pack/packFiles.ts';
import type { Fix, Fixer } from './Fix.ts';
import { isPlain, readPlain, textAt } from './readPlain.ts';

/** Kept half a year beside the finished case, as all packs of the product have it. */
const HISTORY = 'P180D';

const one = (
  label: Fix['label'],
  file: string,
  element: string | undefined,
  attributes: Readonly<Record<string, string>>,
): Fix | null =>
  element === undefined
    ? null
    : { label, sure: true, edits: [{ kind: 'attributes', file, element, attributes }] };

export const processId: Fixer = ({ element, params }) =>
  one(
    {
      'zh-CN': `把流程标识改成 ${params?.['packCode'] ?? ''}`,
      en: `Set the id of the process to ${params?.['packCode'] ?? ''}`,
    },
    PROCESS,
    element,
    { id: String(params?.['packCode'] ?? '') },
  );

export const processNotExecutable: Fixer = ({ element }) =>
  one({ 'zh-CN': '标为可执行', en: 'Mark it executable' }, PROCESS, element, { isExecutable: 'true' });

export const historyTimeToLive: Fixer = ({ file, element }) =>
  one({ 'zh-CN': '历史保留 180 天', en: 'Keep history for 180 days' }, file, element, {
    'camunda:historyTimeToLive': HISTORY,
  });

/** pack.yaml is what the run-time goes by. */
const followStep: Fixer = ({ element = '' }, files) => {
  const steps = readPlain(files)['steps'];
  const form = isPlain(steps) ? textAt(steps[element], 'form') : '';
  if (form === '' || files[form] === undefined) return null;
  return one({ 'zh-CN': `任务使用表单 ${form}`, en: `Give the task the form ${form}` }, PROCESS, element, {
    'camunda:formKey': form,
  });
};
export const formMismatch = followStep;
export const formMissing = followStep;

export const bindingDeployment: Fixer = ({ element = '' }, files) => {
  const found = elementOf(files[PROCESS] ?? '', element);
  if (found === undefined) return null;
  const name = /callActivity$/.test(found.name)
    ? 'camunda:calledElementBinding'
    : 'camunda:decisionRefBinding';
  return one({ 'zh-CN': '绑定到本次部署', en: 'Bind it to this deployment' }, PROCESS, element, {
    [name]: 'deployment',
  });
};

export const decisionResult: Fixer = ({ element = '' }, files) => {
  const found = elementOf(files[PROCESS] ?? '', element);
  const named = found?.attributes.find(({ name }) => /(^|:)resultVariable$/.test(name))?.value ?? '';
  // Where no variable takes the result, nobody but the author knows its name.
  if (named === '') return null;
  return one(
    { 'zh-CN': `把结果的一个值写入 ${named}`, en: `Put the single value into ${named}` },
    PROCESS,
    element,
    { 'camunda:mapDecisionResult': 'singleEntry' },
  );
};

/** The only flow of a gateway without a condition is the one for all other cases. */
export const conditionMissing: Fixer = ({ element = '' }, files) => {
  const flow = elementOf(files[PROCESS] ?? '', element);
  const source = attribute(flow, 'sourceRef');
  const gateway = elementOf(files[PROCESS] ?? '', source);
  if (gateway === undefined || attribute(gateway, 'default') !== '') return null;
  const bare = flowsFrom(files[PROCESS] ?? '', source).filter(
    (entry) => !childElements(entry).some(({ name }) => /conditionExpression$/.test(name)),
  );
  if (bare.length !== 1) return null;
  return one(
    { 'zh-CN': '其他情况都走这条线', en: 'Take this flow in all other cases' },
    PROCESS,
    gateway.id,
    { default: element },
  );
};

/** The name of the column has no other use: the engine hands on its one value. */
export const dmnResultName: Fixer = ({ file, element = '', params }, files) => {
  const decision = elementOf(files[file] ?? '', element);
  const outputs = decision ? inner(decision).filter(({ name }) => /(^|:)output$/.test(name)) : [];
  const [output] = outputs;
  const variable = String(params?.['variable'] ?? '');
  if (outputs.length !== 1 || output?.id === undefined || variable === '') return null;
  return one(
    { 'zh-CN': `把输出改名为 ${variable}`, en: `Rename the output to ${variable}` },
    file,
    output.id,
    {
      name: variable,
    },
  );
};

function elementOf(xml: string, id: string): XmlElement | undefined {
  try {
    return inner(scanXml(xml).root).find((entry) => entry.id === id);
  } catch {
    return undefined;
  }
}

function flowsFrom(xml: string, source: string): XmlElement[] {
  return inner(scanXml(xml).root).filter(
    (entry) => /(^|:)sequenceFlow$/.test(entry.name) && attribute(entry, 'sourceRef') === source,
  );
}

function inner(element: XmlElement): XmlElement[] {
  return [element, ...childElements(element).flatMap(inner)];
}

function attribute(element: XmlElement | undefined, name: string): string {
  return element?.attributes.find((entry) => entry.name === name)?.value ?? '';
}
