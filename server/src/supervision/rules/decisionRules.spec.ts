import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hastyDecision, refusedWithoutReason, samePerson } from './decisionRules.ts';
import { trailOf } from './rules.fixture.ts';

const decided = { type: 'decided', by: 'b', details: { kind: 'grant', number: 1 } };
const granted = { kind: 'grant', reason: '', stepKey: 'decide' } as const;

describe('acceptance and decision by the same person', () => {
  it('is found with both events', () => {
    const found = samePerson(trailOf([{ type: 'accepted', by: 'b' }, decided]), {});
    assert.deepEqual(found, [{ key: '1', rests: [1, 2], details: { person: 'officer b' } }]);
  });

  it('is none of two persons, nor where the law accepted, nor before the decision', () => {
    assert.deepEqual(samePerson(trailOf([{ type: 'accepted', by: 'a' }, decided]), {}), []);
    assert.deepEqual(samePerson(trailOf([{ type: 'deemedAccepted' }, decided]), {}), []);
    assert.deepEqual(
      samePerson(
        trailOf([
          { type: 'accepted', by: 'b' },
          { type: 'stepCompleted', by: 'b' },
        ]),
        {},
      ),
      [],
    );
  });
});

describe('a decision within seconds of the arrival of its task', () => {
  const after = (seconds: string) =>
    trailOf(
      [
        { type: 'stepStarted', at: '2026-11-02T09:00:00', details: { step: 'review' } },
        { type: 'stepStarted', at: '2026-11-02T10:00:00', details: { step: 'decide' } },
        { ...decided, at: `2026-11-02T10:00:${seconds}` },
      ],
      { decision: granted },
    );

  it('is found up to the last second before the threshold, and not at it', () => {
    assert.deepEqual(hastyDecision(after('09'), { seconds: 10 })[0]?.details, {
      step: 'decide',
      seconds: 9,
      limit: 10,
    });
    assert.deepEqual(hastyDecision(after('09'), { seconds: 10 })[0]?.rests, [2, 3]);
    assert.deepEqual(hastyDecision(after('10'), { seconds: 10 }), []);
  });

  it('counts from the latest arrival, after a way back', () => {
    const again = trailOf(
      [
        { type: 'stepStarted', at: '2026-11-02T09:00:00', details: { step: 'decide' } },
        { type: 'stepStarted', at: '2026-11-02T10:00:00', details: { step: 'decide' } },
        { ...decided, at: '2026-11-02T10:00:03' },
      ],
      { decision: granted },
    );
    assert.equal(hastyDecision(again, { seconds: 10 })[0]?.details['seconds'], 3);
  });

  it('is not guessed where no task is known', () => {
    assert.deepEqual(hastyDecision(trailOf([decided], { decision: granted }), { seconds: 10 }), []);
  });
});

describe('a refusal without reason', () => {
  const refusal = (reason: string) =>
    trailOf([decided], { decision: { kind: 'refuse', reason, stepKey: 'decide' } });

  it('is found when the reason is empty or shorter than the threshold, blanks not counted', () => {
    assert.equal(refusedWithoutReason(refusal(''), { characters: 8 })[0]?.details['length'], 0);
    assert.equal(
      refusedWithoutReason(refusal(' 不 符 合 条 件 。 '), { characters: 8 })[0]?.details['length'],
      6,
    );
    assert.equal(refusedWithoutReason(refusal('场所不符合要求'), { characters: 8 }).length, 1, 'one short');
    assert.deepEqual(
      refusedWithoutReason(refusal('场所不符合要求。'), { characters: 8 }),
      [],
      'just long enough',
    );
  });

  it('is found at the refusal to accept by the length that its event tells', () => {
    const refused = (reasonLength?: number) =>
      trailOf([{ type: 'acceptanceRefused', by: 'a', details: { reasonLength } }]);
    assert.equal(refusedWithoutReason(refused(3), { characters: 8 })[0]?.key, 'acceptanceRefused');
    assert.deepEqual(refusedWithoutReason(refused(8), { characters: 8 }), []);
    assert.deepEqual(
      refusedWithoutReason(refused(), { characters: 8 }),
      [],
      'events of earlier versions do not tell',
    );
  });

  it('is none where the decision grants', () => {
    assert.deepEqual(refusedWithoutReason(trailOf([decided], { decision: granted }), { characters: 8 }), []);
  });
});
