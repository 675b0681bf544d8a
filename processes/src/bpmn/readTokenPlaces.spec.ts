import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { readTokenPlaces } from './readTokenPlaces.ts';

async function placesOf(packCode: string) {
  const pack = (await listSeedPacks()).find((entry) => entry.packCode === packCode);
  return readTokenPlaces(pack?.files['process.bpmn'] ?? '');
}

describe('where one token may take the place of all', () => {
  it('is every task of a process without branches, whatever ways lead back', async () => {
    const { alone } = await placesOf('scjg-food');
    for (const step of ['review', 'inspect', 'arrangeSampling', 'recordSampleResult', 'decide', 'deliver'])
      assert.ok(alone.has(step), step);
  });

  it('is no task of a parallel branch, but those before the fork and after the join', async () => {
    const { alone } = await placesOf('csglw-road-occupation');
    assert.deepEqual([...alone].sort(), [
      'confirmMeeting',
      'decide',
      'deliver',
      'deliverRefusal',
      'headsMeeting',
      'review',
    ]);
  });

  it('is a task at which a timer only tells somebody, and not one beside which it sets people to work', async () => {
    const files = (await listSeedPacks()).find(
      ({ packCode }) => packCode === 'wjw-public-place-health',
    )?.files;
    const xml = files?.['process.bpmn'] ?? '';
    assert.ok((await readTokenPlaces(xml)).alone.has('decide'));
    const working = xml.replace(
      /<bpmn:serviceTask id="notifyNearDue"[\s\S]*?<\/bpmn:extensionElements>([\s\S]*?)<\/bpmn:serviceTask>/,
      '<bpmn:userTask id="notifyNearDue">$1</bpmn:userTask>',
    );
    assert.ok(!(await readTokenPlaces(working)).alone.has('decide'));
  });

  it('knows which tasks one token of a branch passes, and not those beside it or beyond the join', async () => {
    const { sameBranch, leadsTo } = await placesOf('xfjy-fire-check');
    assert.ok(sameBranch('verify', 'recheck'));
    assert.ok(!sameBranch('verify', 'deliver'));
    assert.ok(leadsTo('decide', 'verify') && !sameBranch('decide', 'verify'));
    const road = await placesOf('csglw-road-occupation');
    assert.ok(!road.sameBranch('trafficOpinion', 'cityOpinion'));
    assert.ok(!road.sameBranch('review', 'trafficOpinion'));
    assert.ok(!road.sameBranch('trafficOpinion', 'decide'));
    assert.ok(!(await placesOf('jw-private-kindergarten')).sameBranch('convene', 'expertOpinion'));
  });

  it('knows what acts outside between two tasks', async () => {
    const { actsBetween, leadsTo } = await placesOf('scjg-food');
    assert.deepEqual(actsBetween('review', 'decide'), []);
    assert.deepEqual(actsBetween('inspect', 'arrangeSampling'), []);
    assert.deepEqual(actsBetween('decide', 'review'), []);
    assert.deepEqual(actsBetween('decide', 'deliver').sort(), [
      'issueGrantDecision',
      'issueLicense',
      'notifyGranted',
    ]);
    assert.ok(leadsTo('review', 'inspect'));
    assert.ok(!leadsTo('deliver', 'review'));
  });

  it('knows the join at which a branch waits that has come to its end, and none where it may end elsewhere', async () => {
    const { joinAfter, isBefore } = await placesOf('csglw-road-occupation');
    assert.ok(isBefore('cityOpinion', 'opinionsGiven'));
    assert.ok(!isBefore('decide', 'opinionsGiven'));
    assert.equal(joinAfter('trafficOpinion'), 'opinionsGiven');
    assert.equal(joinAfter('cityOpinion'), 'opinionsGiven');
    for (const step of ['review', 'decide', 'no-such']) assert.equal(joinAfter(step), undefined, step);
  });
});
