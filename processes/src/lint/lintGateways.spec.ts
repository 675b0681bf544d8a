import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { districtContext } from './districtContext.fixture.ts';
import { lintPack } from './lintPack.ts';

const food = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};
const context = districtContext;

/** The review's gateway without default, its second way out under `condition`. */
async function codesWith(condition: string): Promise<string[]> {
  const bpmn = (food['process.bpmn'] ?? '')
    .replace(' default="reviewResultToDecisionEntry"', '')
    .replace(
      'sourceRef="reviewResult" targetRef="decisionEntry" />',
      `sourceRef="reviewResult" targetRef="decisionEntry"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    );
  return (await lintPack({ ...food, 'process.bpmn': bpmn }, context)).map(
    ({ code, element }) => `${code} ${element ?? ''}`,
  );
}

describe('lintGateways', () => {
  it('accepts a gateway without default whose conditions cover every outcome', async () => {
    for (const condition of [
      "${outcome == 'reject'}",
      "${outcome != 'pass'}",
      "${not (outcome eq 'pass')}",
    ]) {
      assert.deepEqual(await codesWith(condition), []);
    }
  });

  it('names the outcome for which there is no way out', async () => {
    assert.deepEqual(await codesWith("${outcome == 'reject' and operation == 'new'}"), [
      'gatewayNotExhaustive reviewResult',
    ]);
  });

  it('asks for a default where values cannot be listed', async () => {
    assert.deepEqual(await codesWith('${premisesArea > 60}'), ['gatewayNotExhaustive reviewResult']);
  });

  it('knows both values of a boolean result', async () => {
    const bpmn = (food['process.bpmn'] ?? '')
      .replace(' default="inspectionNeededToDecisionEntry"', '')
      .replace(
        'sourceRef="inspectionNeeded" targetRef="decisionEntry" />',
        'sourceRef="inspectionNeeded" targetRef="decisionEntry"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${inspectionRequired == false}</bpmn:conditionExpression></bpmn:sequenceFlow>',
      );
    assert.deepEqual(await lintPack({ ...food, 'process.bpmn': bpmn }, context), []);
  });

  it('judges by the flows, not by the optional lists of incoming and outgoing', async () => {
    const bpmn = (food['process.bpmn'] ?? '').replace(/ *<bpmn:(incoming|outgoing)>.*\n/g, '');
    assert.deepEqual(await lintPack({ ...food, 'process.bpmn': bpmn }, context), []);
  });
});
