import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { listFields } from '../model/listFields.ts';
import { findUnsafe } from '../sanitise/findUnsafe.ts';
import { refusedConstructs } from '../sanitise/unsafeFinding.ts';
import { importForm } from './importForm.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/foreign/${name}`, import.meta.url), 'utf8');

const fieldsOf = (form: unknown) =>
  listFields(form as Parameters<typeof listFields>[0]).map(({ key, type }) => `${key}:${type}`);

describe('a form of the Form.io builder', () => {
  const { kind, form, notes } = importForm(fixture('builder.json'));
  const about = (key: string) => notes.filter((note) => note.key === key);

  it('is taken in as far as it is data, and may be published', () => {
    assert.equal(kind, 'formio');
    assert.deepEqual(findUnsafe(form), []);
  });

  it('keeps the fields that can be kept', () => {
    assert.deepEqual(
      fieldsOf(form).filter((field) => !/panel|content/.test(field)),
      [
        'applicantName:textfield',
        'phone:textfield',
        'begin:textfield',
        'cost:number',
        'town:textfield',
        'kind:radio',
        'phone2:textfield',
        'floors:number',
        'agree:checkbox',
      ],
    );
  });

  it('says of each part where it stood, why and what was done', () => {
    const script = about('applicant-name').find(({ code }) => code === 'javascriptValidation');
    assert.equal(script?.path, 'components[0].components[0].validate.custom');
    assert.match(script?.zh ?? '', /校验规则不能用脚本；已去掉，字段保留/);
    assert.match(script?.en ?? '', /must not be a script; taken out/);
    assert.ok(about('town').some(({ done }) => done === 'choicesLost'));
    assert.ok(about('kind').some(({ done }) => done === 'choicesRepaired'));
    assert.ok(about('secret').some(({ done }) => done === 'removedComponent'));
    assert.ok(about('begin').some(({ done }) => done === 'replacedType'));
    assert.ok(notes.some(({ code }) => code === 'formScript'));
  });

  it('keeps no script, address or template mark anywhere', () => {
    assert.doesNotMatch(JSON.stringify(form), /script|https?:|\{\{|onclick|getDay|alert/);
    assert.match(JSON.stringify(form), /<p>Read this<\/p>/);
  });
});

describe('a Camunda form', () => {
  const { kind, form, notes } = importForm(fixture('camunda-form.json'));

  it('becomes a Form.io form with its fields, rules and choices', () => {
    assert.equal(kind, 'camundaForm');
    assert.deepEqual(findUnsafe(form), []);
    const fields = fieldsOf(form);
    for (const field of [
      'creditor:textfield',
      'amount:number',
      'due:textfield',
      'category:select',
      'urgent:checkbox',
    ])
      assert.ok(fields.includes(field), `${field} in ${fields.join(', ')}`);
    assert.match(JSON.stringify(form), /"maxLength":80/);
    assert.match(JSON.stringify(form), /"format":"date"/);
  });

  it('names what has no equal: expressions, choices from a variable, images', () => {
    const said = notes.map(({ key, done }) => `${key} ${done}`);
    for (const expected of [
      'approver removedProperty',
      'approver choicesLost',
      'urgent alwaysShown',
      'i1 removedComponent',
    ])
      assert.ok(said.includes(expected), `${expected} in ${said.join(', ')}`);
  });
});

describe('what is no form for us', () => {
  it('is recognised and named: an embedded form with its fields', () => {
    const html =
      '<form role="form"><input cam-variable-name="amount" cam-variable-type="Double"><script cam-script>alert(1)</script></form>';
    const { kind, form, notes } = importForm(html);
    assert.equal(kind, 'embeddedForm');
    assert.equal(form, null);
    assert.match(notes[0]?.zh ?? '', /嵌入式表单.*amount/);
  });

  for (const text of ['', 'x', '{}', '[]', '{"components":1}', '<html></html>', 'null']) {
    it(`is refused in words: ${text}`, () => {
      const { form, notes } = importForm(text);
      assert.equal(form, null);
      assert.match(notes[0]?.zh ?? '', /\p{Script=Han}/u);
    });
  }
});

describe('every refused construct', () => {
  for (const { code, example } of refusedConstructs.filter((row) => row.example.length > 0)) {
    it(`is taken out on import: ${code}`, () => {
      const { form, notes } = importForm(JSON.stringify({ components: example }));
      assert.deepEqual(findUnsafe(form), []);
      assert.ok(notes.some((note) => note.code === code));
    });
  }
});

it('whatever JSON it is, what is taken in is safe', () => {
  const key = fc.constantFrom('a', 'b b', '1', 'constructor', 'x.y');
  const component = fc.letrec((tie) => ({
    one: fc.record(
      {
        type: fc.constantFrom(
          'textfield',
          'select',
          'radio',
          'datagrid',
          'columns',
          'tabs',
          'editgrid',
          'content',
          'nope',
        ),
        key,
        label: fc.constantFrom('', 'A', '<b>x', '{{ y }}', '<script>'),
        validate: fc.jsonValue({ maxDepth: 1 }),
        conditional: fc.jsonValue({ maxDepth: 1 }),
        data: fc.jsonValue({ maxDepth: 2 }),
        values: fc.jsonValue({ maxDepth: 2 }),
        html: fc.constantFrom('<p onclick=1>', '<<p>>', '<!--<p>'),
        components: fc.oneof(
          { depthSize: 'small' },
          fc.constant(undefined),
          fc.array(tie('one'), { maxLength: 3 }),
        ),
      },
      { requiredKeys: [] },
    ),
  })).one;
  fc.assert(
    fc.property(fc.array(component, { maxLength: 4 }), (components) => {
      const { form } = importForm(JSON.stringify({ components }));
      return form === null || findUnsafe(form).length === 0;
    }),
    { numRuns: 300 },
  );
});
