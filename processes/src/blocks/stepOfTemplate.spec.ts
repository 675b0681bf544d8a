import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { districtContext } from '../lint/districtContext.fixture.ts';
import { applyFix } from '../lint/fixes/applyFix.ts';
import { lintPack } from '../lint/lintPack.ts';
import { MANIFEST, type PackFiles, PROCESS } from '../pack/packFiles.ts';
import { minimalPack } from './minimalPack.ts';
import { offerStep } from './offerStep.ts';
import { stepOfTemplate } from './stepOfTemplate.ts';

interface Template {
  readonly id: string;
  readonly elementType: { readonly value: string };
  readonly properties: readonly {
    readonly value: string;
    readonly binding: { readonly type: string; readonly name: string };
  }[];
}

const templates = JSON.parse(
  readFileSync(new URL('../../blocks/element-templates.json', import.meta.url), 'utf8'),
) as Template[];
const context = { ...districtContext, packs: undefined };

/** A task as Camunda Modeler writes it when a template is applied to it. */
function draw(name: string, id: string): string {
  const template = templates.find((one) => one.id === `cn.onewindow.${name}`);
  assert.ok(template, name);
  const bound = (type: string) => template.properties.filter(({ binding }) => binding.type === type);
  const attributes = bound('property').map(({ binding, value }) => `${binding.name}="${value}"`);
  const properties = bound('camunda:property').map(
    ({ binding, value }) => `<camunda:property name="${binding.name}" value="${value}" />`,
  );
  const type = template.elementType.value.replace('bpmn:U', 'bpmn:u').replace('bpmn:S', 'bpmn:s');
  return `<${type} id="${id}" camunda:modelerTemplate="${template.id}" camunda:modelerTemplateVersion="1" ${attributes.join(' ')}><bpmn:extensionElements><camunda:properties>${properties.join('')}</camunda:properties></bpmn:extensionElements></${type}>`;
}

/** The least pack with tasks drawn one after the other before its decision, as another tool would. */
function drawn(...names: readonly string[]): PackFiles {
  const files = minimalPack('least-item');
  const ids = names.map((_, at) => `Activity_0x${at}`);
  const tasks = names.map((name, at) => draw(name, ids[at] ?? ''));
  const ends = ['accepted', ...ids, 'decide'];
  const flows = ends
    .slice(1)
    .map((to, at) => `<bpmn:sequenceFlow id="Flow_0x${at}" sourceRef="${ends[at]}" targetRef="${to}" />`);
  const shapes = ids.map(
    (id, at) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${200 + at * 150}" y="600" width="100" height="80" /></bpmndi:BPMNShape>`,
  );
  const edges = flows.map(
    (_, at) =>
      `<bpmndi:BPMNEdge id="Flow_0x${at}_di" bpmnElement="Flow_0x${at}"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>`,
  );
  const process = (files[PROCESS] ?? '')
    .replace(
      '<bpmn:sequenceFlow id="toDecide" sourceRef="accepted" targetRef="decide" />',
      [...tasks, ...flows].join('\n    '),
    )
    .replace(/<bpmndi:BPMNEdge id="toDecide_di"[\s\S]*?<\/bpmndi:BPMNEdge>/, [...shapes, ...edges].join(''));
  return { ...files, [PROCESS]: process };
}

/** Carries out whatever the templates answer. */
async function putRight(files: PackFiles): Promise<PackFiles> {
  let now = files;
  for (let round = 0; round < 10; round += 1) {
    const known = now;
    const fix = (await lintPack(now, context)).map((one) => stepOfTemplate(one, known)).find((one) => one);
    if (!fix) return now;
    now = applyFix(now, fix);
  }
  return now;
}

describe('tasks drawn in Camunda Modeler from our element templates', () => {
  for (const names of [
    ['specialProcedure.startProcedure', 'specialProcedure.endProcedure'],
    ['extension.proposeExtension', 'extension.approveExtension'],
  ] as const)
    it(`${names.join(', ')}: lint misses steps and forms, and takes them from the block`, async () => {
      const files = drawn(...names);
      const missed = (await lintPack(files, context)).filter(({ code }) => code === 'stepMissing');
      assert.deepEqual(
        missed.map(({ element }) => element),
        ['Activity_0x0', 'Activity_0x1'],
      );
      assert.ok(missed.every((one) => offerStep(one, files)?.edits.length === 0));
      const right = await putRight(files);
      assert.deepEqual(await lintPack(right, context), []);
      assert.match(right[MANIFEST] ?? '', /# of the law/);
      assert.equal(right[PROCESS], files[PROCESS]);
    });

  it('the steps of a panel name each other as they are drawn', async () => {
    const names = ['convenePanel', 'expertOpinion', 'replaceExperts', 'concludePanel'];
    const right = await putRight(drawn(...names.map((name) => `expertPanel.${name}`)));
    assert.match(right[MANIFEST] ?? '', /appointedBy: \[ ?Activity_0x0, Activity_0x2 ?\]|- Activity_0x0/);
    assert.match(right[MANIFEST] ?? '', /chairStep: Activity_0x3/);
    // What a template cannot hold is left to be drawn: as many opinions as experts.
    assert.deepEqual(
      (await lintPack(right, context)).map(({ code, element }) => `${code} ${element ?? ''}`),
      ['panelNotParallel ', 'outcomesIgnored Activity_0x1'],
    );
  });

  it('keep what was changed in the properties panel: name, group, limit', async () => {
    const files = drawn('specialProcedure.startProcedure', 'specialProcedure.endProcedure');
    const changed = {
      ...files,
      [PROCESS]: (files[PROCESS] ?? '')
        .replace('name="启动特别程序"', 'name="送检"')
        .replace(/(id="Activity_0x0"[^>]*):approver"/, '$1:head"')
        .replace('name="limit" value="1 workday"', 'name="limit" value="3 workday"'),
    };
    const right = await putRight(changed);
    assert.deepEqual(await lintPack(right, context), []);
    for (const said of ['送检', 'role: head', 'limit: 3 workday'])
      assert.ok((right[MANIFEST] ?? '').includes(said), said);
  });

  it('of nobody’s template, or of another finding, get nothing', async () => {
    const files = drawn('specialProcedure.startProcedure');
    const other = { ...files, [PROCESS]: (files[PROCESS] ?? '').replace('cn.onewindow', 'com.example') };
    const missing = { code: 'stepMissing', file: PROCESS, element: 'Activity_0x0' };
    assert.equal(stepOfTemplate(missing, other), null);
    assert.equal(offerStep(missing, other), null);
    assert.equal(stepOfTemplate({ ...missing, code: 'formMissing' }, files), null);
    assert.equal(stepOfTemplate({ ...missing, element: 'decide' }, files), null);
  });
});
