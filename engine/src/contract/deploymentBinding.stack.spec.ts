import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unique } from '../engineOfStack.ts';
import { callActivity, chain, decisionXml, process, userTask } from './bpmn.ts';
import { client, deployFiles, onlyTask, start } from './rest.ts';

describe('what is bound to its deployment', () => {
  it('stays the part of that deployment when a newer one is published', async () => {
    const [main, part] = [unique('main'), unique('part')];
    const files = (step: string) => ({
      'main.bpmn': process(main, callActivity('call', part) + chain('start', 'call', 'end')),
      'part.bpmn': process(part, userTask(step) + chain('start', step, 'end')),
    });
    const old = await deployFiles(files('before'));
    const id = await start(old, main);
    await deployFiles(files('after'), old.tenant);
    const later = await start(old, main);
    for (const instance of [id, later]) {
      const [call] = await client.listHistoricActivities({
        processInstanceId: instance,
        activityType: 'callActivity',
      });
      const task = await onlyTask(call?.calledProcessInstanceId ?? '');
      assert.equal(task.taskDefinitionKey, 'before');
      assert.equal(task.processDefinitionId, old.processDefinitionIds[part]);
    }
  });

  it('stays the decision of that deployment', async () => {
    const [main, decision] = [unique('main'), unique('d')];
    const rule = `<bpmn:businessRuleTask id="route" camunda:decisionRef="${decision}" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="department"/>`;
    const files = (answer: string) => ({
      'main.bpmn': process(
        main,
        rule +
          userTask('review', 'camunda:candidateGroups="${department}"') +
          chain('start', 'route', 'review', 'end'),
      ),
      'routing.dmn': decisionXml(decision, [['"food"', answer]]),
    });
    const old = await deployFiles(files('scjg'));
    const newer = await deployFiles(files('mzj'), old.tenant);
    const groups = async (deployed: typeof old) =>
      client.getCandidateGroups((await onlyTask(await start(deployed, main, { item: 'food' }))).id);
    assert.deepEqual(await groups(old), ['scjg']);
    assert.deepEqual(await groups(newer), ['mzj']);
  });

  it('missing from its deployment fails the start, although another deployment has it', async () => {
    const [main, part] = [unique('main'), unique('part')];
    const other = await deployFiles({
      'part.bpmn': process(part, userTask('t') + chain('start', 't', 'end')),
    });
    const deployed = await deployFiles(
      { 'main.bpmn': process(main, callActivity('call', part) + chain('start', 'call', 'end')) },
      other.tenant,
    );
    await assert.rejects(start(deployed, main));
    assert.equal(await client.countInstances({ deploymentId: deployed.id }), 0);
  });
});
