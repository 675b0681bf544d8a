import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { districtContext } from './districtContext.fixture.ts';
import { lintPack } from './lintPack.ts';

const packs = await listSeedPacks();
const food = packs.find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};
const process = food['process.bpmn'] ?? '';

/** What is found when the process is changed like this. */
const foundIn = async (change: (xml: string) => string) => {
  const edited = change(process);
  assert.notEqual(edited, process);
  return lintPack({ ...food, 'process.bpmn': edited }, districtContext);
};

describe('a flow without a name', () => {
  it('is called by what it connects, in both languages and in the parameters', async () => {
    const found = await foundIn((xml) =>
      xml.replace(
        /<bpmndi:BPMNEdge [^>]*bpmnElement="inspectToInspectionResult"[\s\S]*?<\/bpmndi:BPMNEdge>/,
        '',
      ),
    );
    const told = found.find(({ code }) => code === 'diagramIncomplete');
    assert.equal(told?.zh, '从「现场核查」到「需抽样检验？」的连线在流程图上没有图形');
    assert.match(told?.en ?? '', /^The flow from “.+” to “.+” has no shape in the diagram$/);
    assert.equal(told?.params?.['name'], '从「现场核查」到「需抽样检验？」的连线');
    assert.equal(told?.element, 'inspectToInspectionResult');
  });

  it('leads to a merge, which has no name either', async () => {
    const found = await foundIn((xml) =>
      xml.replace(/<bpmndi:BPMNEdge [^>]*bpmnElement="decisionEntryToDecide"[\s\S]*?<\/bpmndi:BPMNEdge>/, ''),
    );
    assert.match(found.map(({ zh }) => zh).join(), /从「汇合」到「.+」的连线在流程图上没有图形/);
  });

  it('is called so by a condition that names what is not declared, and by the rules of bpmnlint', async () => {
    const bare = (xml: string) =>
      xml.replace('name="需要" sourceRef="inspectionNeeded"', 'sourceRef="inspectionNeeded"');
    const undeclared = await foundIn((xml) =>
      bare(xml).replace('inspectionRequired == true', 'nothing == true'),
    );
    assert.match(
      undeclared.map(({ zh }) => zh).join('\n'),
      /^从「.+」到「现场核查」的连线使用了没有声明的变量“nothing”$/m,
    );
    const missing = await foundIn((xml) =>
      bare(xml).replace(
        /<bpmn:conditionExpression[^>]*>\$\{inspectionRequired == true\}<\/bpmn:conditionExpression>/,
        '',
      ),
    );
    assert.match(
      missing.map(({ zh }) => zh).join('\n'),
      /^从「.+」到「现场核查」的连线是网关“.+”的出线，没有条件，也不是默认出线$/m,
    );
    const twice = await foundIn((xml) =>
      xml.replace(
        '<bpmn:sequenceFlow id="reviewToReviewResult"',
        (flow) => `<bpmn:sequenceFlow id="again" sourceRef="review" targetRef="reviewResult" />${flow}`,
      ),
    );
    const lines = twice
      .filter(({ code }) => code === 'bpmnlint/no-duplicate-sequence-flows')
      .map(({ zh, en }) => `${zh} ${en}`);
    assert.match(lines.join('\n'), /（从「.+」到「.+」的连线）.*\(the flow from “.+” to “.+”\)/);
  });

  it('keeps its name where it has one', async () => {
    const found = await foundIn((xml) => xml.replace('inspectionRequired == true', 'nothing == true'));
    assert.match(found.map(({ zh }) => zh).join('\n'), /^“需要”使用了没有声明的变量“nothing”$/m);
  });
});
