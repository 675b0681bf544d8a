import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergePacks, resolveMerge } from '../mergePacks.ts';
import { mergeForm } from './mergeForm.ts';

const field = (key: string, label: string, more: object = {}) => ({
  type: 'textfield',
  key,
  label,
  input: true,
  properties: { en: `en ${label}` },
  ...more,
});
type Field = ReturnType<typeof field>;
const panel = (key: string, components: readonly object[]) => ({
  type: 'panel',
  key,
  title: key,
  label: key,
  input: false,
  components,
});
const form = (...components: readonly object[]) =>
  `${JSON.stringify({ title: '申请', display: 'form', components }, null, 2)}\n`;
const [name, area, phone, fax] = [
  field('name', '名称', { validate: { required: true, maxLength: 20 } }),
  field('area', '面积'),
  field('phone', '电话'),
  field('fax', '传真'),
] as [Field, Field, Field, Field];
const base = form(panel('who', [name, area]), panel('where', [phone]));
const merge = (mine: string, theirs: string, from = base) => {
  const found = mergeForm(from, mine, theirs);
  assert.ok(found);
  return found;
};
const none = new Map();

describe('two works on a form', () => {
  it('are put together field by field and property by property', () => {
    const mine = form(panel('who', [{ ...name, label: '申请人' }, area]), panel('where', [phone, fax]));
    const theirs = form(
      panel('who', [{ ...name, validate: { required: false, maxLength: 20 } }, area, field('code', '代码')]),
      panel('where', [phone]),
    );
    const { conflicts, taken, write } = merge(mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(
      taken.map((words) => words['zh-CN']),
      ['字段“名称” › 校验 › 必填', '字段“代码” › 新增'],
    );
    assert.equal(
      write(none),
      form(
        panel('who', [
          { ...name, label: '申请人', validate: { required: false, maxLength: 20 } },
          area,
          field('code', '代码'),
        ]),
        panel('where', [phone, fax]),
      ),
    );
  });

  it('asks about what both have changed, and takes theirs where it is chosen', () => {
    const mine = form(panel('who', [{ ...name, label: '申请人' }, area]), panel('where', [phone]));
    const theirs = form(panel('who', [{ ...name, label: '经营者' }, area]), panel('where', [phone]));
    const { conflicts, write } = merge(mine, theirs);
    assert.deepEqual(
      conflicts.map(({ name: said, mine: own, theirs: other }) => [
        said['zh-CN'],
        own?.['zh-CN'],
        other?.['zh-CN'],
      ]),
      [['字段“经营者” › 名称', '申请人', '经营者']],
    );
    assert.equal(write(none), mine);
    assert.equal(write(new Map([[conflicts[0]?.key ?? '', 'theirs']])), theirs);
  });

  it('keeps a field that one took away and the other changed, until it is chosen', () => {
    const mine = form(panel('who', [name]), panel('where', [phone]));
    const theirs = form(panel('who', [name, { ...area, label: '经营面积' }]), panel('where', [phone]));
    const { conflicts, write } = merge(mine, theirs);
    assert.deepEqual([conflicts[0]?.mine, conflicts[0]?.theirs?.['zh-CN']], [null, '保留：经营面积']);
    assert.equal(write(none), mine);
    assert.equal(write(new Map([[conflicts[0]?.key ?? '', 'theirs']])), theirs);
    const other = merge(theirs, mine);
    assert.equal(other.write(none), theirs);
    assert.equal(other.write(new Map([[other.conflicts[0]?.key ?? '', 'theirs']])), mine);
  });

  it('lets a group go with what is in it, but not with what the other has put in', () => {
    const theirs = form(panel('who', [name, area]));
    assert.equal(merge(base, theirs).write(none), theirs);
    const mine = form(panel('who', [name, area]), panel('where', [phone, fax]));
    const { conflicts, write } = merge(mine, theirs);
    assert.equal(conflicts.length, 1);
    assert.equal(write(none), form(panel('who', [name, area]), panel('where', [fax])));
    assert.equal(write(new Map([[conflicts[0]?.key ?? '', 'theirs']])), theirs);
  });

  it('moves what one has moved, with what the other has changed in it', () => {
    const mine = form(panel('who', [name, { ...area, label: '经营面积' }]), panel('where', [phone]));
    const theirs = form(panel('who', [name]), panel('where', [area, phone]));
    assert.equal(
      merge(mine, theirs).write(none),
      form(panel('who', [name]), panel('where', [{ ...area, label: '经营面积' }, phone])),
    );
    const turned = form(panel('where', [phone]), panel('who', [area, name]));
    assert.equal(merge(base, turned).write(none), turned);
    assert.deepEqual(merge(base, turned).taken.length, 2);
    const again = form(panel('who', [name, area, fax]), panel('where', [phone]));
    assert.equal(
      merge(again, turned).write(none),
      form(panel('where', [phone]), panel('who', [area, name, fax])),
    );
  });

  it('asks when both have put the same in another order, or added the same key', () => {
    const from = form(name, area, phone);
    const { conflicts, write } = merge(form(area, name, phone), form(name, phone, area), from);
    assert.deepEqual(
      conflicts.map(({ name: said, mine: own }) => [said.en, own?.en]),
      [['Form › order of the fields', 'en 面积, en 名称, en 电话']],
    );
    assert.equal(write(new Map([[conflicts[0]?.key ?? '', 'theirs']])), form(name, phone, area));
    const both = merge(form(name, field('new', '甲')), form(name, field('new', '乙')), form(name));
    assert.equal(both.conflicts.length, 1);
    assert.equal(both.write(none), form(name, field('new', '甲')));
    assert.equal(
      both.write(new Map([[both.conflicts[0]?.key ?? '', 'theirs']])),
      form(name, field('new', '乙')),
    );
  });

  it('merges the columns of a table, and fields that stand side by side', () => {
    const rows = (...columns: readonly object[]) =>
      form({ ...panel('rows', columns), type: 'datagrid', input: true });
    assert.equal(
      merge(rows(name, area, phone), rows(name, { ...area, label: '大小' }), rows(name, area)).write(none),
      rows(name, { ...area, label: '大小' }, phone),
    );
    const beside = (...lists: readonly (readonly object[])[]) =>
      form({
        type: 'columns',
        key: 'beside',
        input: false,
        columns: lists.map((components) => ({ width: 6, components })),
      });
    assert.equal(
      merge(beside([name], [area, phone]), beside([fax, name], [area]), beside([name], [area])).write(none),
      beside([fax, name], [area, phone]),
    );
  });

  it('leaves the rest of my text byte for byte as it was, and a file that is no form as a whole', () => {
    const mine = base.replace('"title": "申请"', '"title":    "申请"');
    const theirs = base.replace('"电话"', '"手机"');
    assert.equal(merge(mine, theirs).write(none), mine.replace('"电话"', '"手机"'));
    const files = (text: string) => new Map([['forms/a.json', text]]);
    const whole = mergePacks(files(base), files('{"a": 1}'), files('['));
    assert.deepEqual(
      whole.conflicts.map(({ file, element }) => [file, element]),
      [['forms/a.json', undefined]],
    );
    const asked = mergePacks(
      files(base),
      files(base.replaceAll('面积', '甲')),
      files(base.replaceAll('面积', '乙')),
    );
    const chosen = resolveMerge(
      asked,
      asked.conflicts.map(() => 'theirs' as const),
    );
    assert.equal(chosen.get('forms/a.json'), base.replaceAll('面积', '乙'));
  });
});
