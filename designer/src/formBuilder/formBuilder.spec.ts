import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findUnsafe } from '@onewindow/forms';
import { lintPack } from '@onewindow/processes/browser';
import { arrangeForm } from './arrangeForm.ts';
import { checkForm, isHardToRead } from './checkForm.ts';
import { listKinds } from './fieldKinds.ts';
import { findFieldUses, renameField } from './fieldUses.ts';
import { formOperators, readShowRule, writeShowRule } from './formCondition.ts';
import { freeKey, keysOf, listNodes, withFreeKeys } from './formOutline.ts';
import { insertInForm, removeFromForm, setInForm, writeForm } from './formText.ts';
import { moveInList, moveInto, moveOut } from './moveField.ts';

const root = new URL('../../../processes/scjg-food/', import.meta.url).pathname;
const files = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name).slice(root.length);
      return [path, readFileSync(join(root, path), 'utf8')] as const;
    }),
);
const FORM = 'forms/application-new.json';
const text = files.get(FORM) ?? '';
const towns = [{ id: 't001', name: '兴丰街道', level: 'town', division: '110115001000' }];

describe('the text of a form', () => {
  it('changes at the place of the edit only, and undone it is what it was', () => {
    const after = setInForm(text, ['components', 0, 'components', 0, 'label'], '名称');
    assert.equal(after.replace('"label": "名称"', '"label": "经营者名称"'), text);
    const added = insertInForm(text, ['components'], 1, [{ type: 'textfield', key: 'x', label: 'X' }]);
    assert.equal(removeFromForm(added, ['components', 1]), text);
  });

  it('keeps tabs and line ends', () => {
    const tabbed = '{\r\n\t"components": [\r\n\t]\r\n}\r\n';
    const after = insertInForm(tabbed, ['components'], 0, [{ type: 'textfield', key: 'a' }]);
    assert.match(after, /\r\n\t\t\{\r\n\t\t\t"type"/);
  });
});

describe('what can be put into a form', () => {
  for (const kind of listKinds(towns)) {
    it(`${kind.key} is a form that can be published`, () => {
      assert.deepEqual(findUnsafe({ display: 'form', components: kind.components }), []);
      assert.ok(kind.zh !== '' && kind.en !== 'undefined' && kind.en !== '');
    });
  }

  it('gets keys that the form does not have yet, conditions follow', () => {
    assert.equal(freeKey('a', new Set(['a', 'a2'])), 'a3');
    const copies = withFreeKeys(
      [
        { type: 'checkbox', key: 'a' },
        { type: 'textfield', key: 'b', conditional: { show: true, when: 'a', eq: true } },
      ],
      new Set(['a']),
    );
    assert.deepEqual(
      copies.map(({ key }) => key),
      ['a2', 'b'],
    );
    assert.deepEqual(copies[1]?.['conditional'], { show: true, when: 'a2', eq: true });
  });
});

describe('when a field is shown', () => {
  it('is read from both ways of writing it and written back', () => {
    const one = readShowRule({ show: false, when: 'kind', eq: 'x' });
    assert.ok(one !== null);
    assert.equal(one.hide, true);
    assert.deepEqual(writeShowRule(one), {
      show: false,
      conjunction: 'all',
      conditions: [{ component: 'kind', operator: 'isEqual', value: 'x' }],
    });
    const many = {
      show: true,
      conjunction: 'any',
      conditions: [
        { component: 'a', operator: 'isEmpty' },
        { component: 'b', operator: 'greaterThan', value: 3 },
      ],
    };
    const rule = readShowRule(many);
    assert.ok(rule !== null);
    assert.deepEqual(writeShowRule(rule), many);
    assert.equal(writeShowRule({ hide: false, tree: { kind: 'group', join: 'all', parts: [] } }), undefined);
    assert.equal(
      readShowRule({ show: true, conditions: [{ component: 'a', operator: 'dateGreaterThan', value: 'x' }] }),
      null,
    );
  });

  it('uses comparisons that a form may hold', () => {
    const conditions = formOperators.flatMap(
      (operator) =>
        writeShowRule({
          hide: false,
          tree: {
            kind: 'group',
            join: 'all',
            parts: [{ kind: 'test', field: 'a', operator, values: ['x'] }],
          },
        }) ?? [],
    );
    const components = [
      { type: 'textfield', key: 'a', label: 'A' },
      ...conditions.map((conditional, at) => ({ type: 'textfield', key: `b${at}`, label: 'B', conditional })),
    ];
    assert.deepEqual(findUnsafe({ display: 'form', components }), []);
  });
});

describe('where a field is used', () => {
  it('is found in variables, tables, flows, license, publication, questions and scenarios', () => {
    const kinds = (path: string) => new Set(findFieldUses(files, FORM, path).map(({ kind }) => kind));
    assert.deepEqual(
      kinds('businessKind'),
      new Set(['variable', 'publication', 'license', 'scenario', 'decision']),
    );
    assert.ok(kinds('managementOnly').has('question'));
    assert.ok(kinds('managementOnly').has('when'));
    assert.ok(kinds('operatorName').has('prefill'));
    assert.deepEqual(findFieldUses(files, FORM, 'nothingLikeThis'), []);
  });

  it('is renamed everywhere: the pack stays sound and nothing names the old key', async () => {
    const context = { departments: ['scjg', 't005'], roles: ['clerk', 'approver', 'head', 'supervisor'] };
    const codes = async (all: ReadonlyMap<string, string>) =>
      (await lintPack(Object.fromEntries(all), context)).map(({ code }) => code);
    const before = await codes(files);
    const changed = renameField(files, FORM, 'businessKind', 'trade');
    assert.ok(changed.has('pack.yaml') && changed.has(FORM) && changed.has('scenarios/given.yaml'));
    const after = new Map([...files, ...changed]);
    assert.deepEqual(await codes(after), before);
    assert.deepEqual(findFieldUses(after, FORM, 'businessKind'), []);
    assert.ok(!keysOf(JSON.parse(after.get(FORM) ?? '')).has('businessKind'));
    // The variable keeps its name, and with it every flow and table.
    assert.match(after.get('pack.yaml') ?? '', /\{name: businessKind, from: \/trade,/);
    // Lines that do not name the field are the same.
    const lines = (all: ReadonlyMap<string, string>) => new Set((all.get('pack.yaml') ?? '').split('\n'));
    const old = [...lines(files)].filter((line) => !lines(after).has(line));
    assert.ok(
      old.every((line) => line.includes('businessKind')),
      old.join('\n'),
    );
  });
});

describe('reading level', () => {
  it('marks long sentences and official language', () => {
    assert.equal(isHardToRead('写明街（镇）、路（村）、门牌号和楼层。'), false);
    assert.equal(isHardToRead('经营'.repeat(21)), true);
    assert.equal(isHardToRead('逾期未予以补正的，依照上述规定处理。'), true);
  });

  it('lists the components of a form with their places', () => {
    const nodes = listNodes(JSON.parse(text));
    assert.equal(nodes[1]?.dataPath, 'operatorName');
    assert.equal(nodes.find(({ key }) => key === 'equipmentName')?.dataPath, 'equipment.equipmentName');
  });
});

describe('moving fields', () => {
  const small = writeForm({
    components: [
      { type: 'panel', key: 'p', components: [{ type: 'textfield', key: 'a' }] },
      { type: 'textfield', key: 'b' },
    ],
  });
  const keys = (json: string) => listNodes(JSON.parse(json)).map(({ key, depth }) => `${depth}${key}`);
  const node = (json: string, key: string) => {
    const found = listNodes(JSON.parse(json)).find((one) => one.key === key);
    assert.ok(found);
    return found;
  };

  it('goes up and down, into a section and out of it, and back to the same text', () => {
    const up = moveInList(small, node(small, 'b'), -1);
    assert.ok(up);
    assert.deepEqual(keys(up.text), ['0b', '0p', '1a']);
    assert.equal(moveInList(up.text, node(up.text, 'b'), 1)?.text, small);
    const into = moveInto(small, node(small, 'b'), listNodes(JSON.parse(small)));
    assert.ok(into);
    assert.deepEqual(keys(into.text), ['0p', '1a', '1b']);
    assert.equal(moveOut(into.text, node(into.text, 'b'), listNodes(JSON.parse(into.text)))?.text, small);
    assert.equal(moveInList(small, node(small, 'p'), -1), null);
    assert.equal(moveOut(small, node(small, 'b'), listNodes(JSON.parse(small))), null);
  });
});

describe('the arrangement of the canvas', () => {
  it('moves what there is as it was, takes new kinds in and lets go what is gone', () => {
    const form = {
      components: [
        { type: 'date', key: 'day', label: '日期', validate: { required: true } },
        { type: 'panel', key: 'p', title: '节', components: [{ type: 'textfield', key: 'a', label: '甲' }] },
        { type: 'textfield', key: 'gone', label: '去掉' },
      ],
    };
    const places = [
      { key: 'p', type: 'panel', components: [{ key: 'day', type: 'onewindowPicker' }] },
      { key: 'a', type: 'textfield' },
      { key: 'amount7', type: 'number', kind: 'money' },
    ];
    const [panel, a, money, ...others] = arrangeForm(form, places, listKinds([]));
    assert.deepEqual(panel, { ...form.components[1], components: [form.components[0]] });
    assert.deepEqual(a, { type: 'textfield', key: 'a', label: '甲' });
    assert.equal(money?.['key'], 'amount');
    assert.deepEqual(others, []);
  });
});

describe('a form of 300 components', () => {
  const large = writeForm({
    display: 'form',
    components: Array.from({ length: 10 }, (_, section) => ({
      type: 'panel',
      key: `section${section}`,
      title: `第${section}节`,
      label: `第${section}节`,
      input: false,
      components: Array.from({ length: 29 }, (__, at) => ({
        type: 'textfield',
        key: `field${section}x${at}`,
        label: `字段 ${at}`,
        input: true,
        properties: { en: `Field ${at}` },
      })),
    })),
  });

  it('takes another field, and is read and checked, in a third of a second', () => {
    const begun = performance.now();
    const after = insertInForm(large, ['components', 5, 'components'], 7, [
      { type: 'textfield', key: 'x', label: 'X' },
    ]);
    const form: unknown = JSON.parse(after);
    const nodes = listNodes(form);
    assert.equal(nodes.length, 301);
    assert.deepEqual(findUnsafe(form), []);
    assert.equal(checkForm(nodes).length, 11);
    // Five times as long is allowed on a machine that has other work.
    assert.ok(performance.now() - begun < 1_500);
  });
});
