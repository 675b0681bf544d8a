import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson, eventHash } from './eventHash.ts';

const event = {
  tenant: '110115',
  caseId: 'c',
  seq: 1,
  at: new Date('2026-11-23T10:00:00Z'),
  type: 'received',
  actor: { kind: 'system' as const, name: 'clockSweep' },
  details: { b: 1, a: { d: 1, c: 2 } },
  prevHash: '',
};

describe('the chain of a case’s events', () => {
  it('does not depend on the order in which members were written', () => {
    assert.equal(canonicalJson({ b: 1, a: [{ d: 1, c: 2 }] }), '{"a":[{"c":2,"d":1}],"b":1}');
    assert.equal(eventHash({ ...event, details: { a: { c: 2, d: 1 }, b: 1 } }), eventHash(event));
  });

  it('shows any change of what happened, when, who did it, or what came before', () => {
    const changes = [
      { details: { b: 2, a: { d: 1, c: 2 } } },
      { at: new Date('2026-11-23T10:00:01Z') },
      { actor: { kind: 'system' as const, name: 'engine' } },
      { prevHash: 'x' },
      { seq: 2 },
      { type: 'accepted' },
    ];
    const hashes = changes.map((change) => eventHash({ ...event, ...change }));
    assert.equal(new Set([eventHash(event), ...hashes]).size, changes.length + 1);
  });
});
