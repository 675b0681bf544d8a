import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import file from '../../../data/daxing/supervisionRules.json' with { type: 'json' };
import eventTexts from '../../../data/eventTexts.json' with { type: 'json' };
import { detectors } from './detectors.ts';
import { readRuleFile, ruleFile } from './ruleFile.ts';

const source = fileURLToPath(new URL('../../', import.meta.url));

describe('the rule file of supervision', () => {
  it('has a detector for every rule that looks at events, and no other', () => {
    const looking = ruleFile.rules.filter(({ looksAt }) => looksAt.length > 0).map(({ id }) => id);
    assert.deepEqual(looking.sort(), Object.keys(detectors).sort());
  });

  it('names events that happen', () => {
    for (const { id, looksAt } of ruleFile.rules)
      for (const type of looksAt) assert.ok(type in eventTexts.sentences, `${id}: ${type}`);
  });

  it('has a rule for every kind of finding that the code opens', () => {
    const known = new Set(ruleFile.rules.map(({ id }) => id));
    const opened = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => readFileSync(`${source}${name}`, 'utf8'))
      .flatMap((text) => [...text.matchAll(/open(?:Finding|Record)\([^;]*?\n\s+kind: ([^\n]*),\n/g)])
      .flatMap(([, value = '']) => [...value.matchAll(/'(\w+)'/g)])
      .map(([, kind = '']) => kind);
    assert.ok(opened.length > 10);
    assert.deepEqual(
      opened.filter((kind) => !known.has(kind)),
      [],
    );
  });

  it('is refused with a threshold outside its bounds, a limit that is none, an id used twice', () => {
    const changed = (edit: (copy: typeof file) => void) => {
      const copy = structuredClone(file);
      edit(copy);
      return () => readRuleFile(copy);
    };
    const [first] = file.rules;
    assert.ok(first);
    assert.throws(
      changed(({ rules }) =>
        Object.assign(rules[0] ?? {}, { parameters: { times: { ...first.parameters.times, value: 99 } } }),
      ),
      /outside its bounds/,
    );
    assert.throws(
      changed(({ rules }) => Object.assign(rules[0] ?? {}, { handling: 'soon' })),
      /not a limit/,
    );
    assert.throws(
      changed(({ rules }) => rules.push(structuredClone(first))),
      /used twice/,
    );
  });
});
