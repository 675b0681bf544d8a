import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findUnsafe } from './findUnsafe.ts';
import { findUnsafeLater } from './findUnsafeLater.ts';
import { refusedConstructs } from './unsafeFinding.ts';

/** Forms for rows that concern the whole form. */
const wholeForms: Readonly<Record<string, unknown>> = {
  formScript: { components: [], controller: 'alert(1)' },
  formAction: { components: [], action: 'https://example.org' },
  formDisplay: { components: [], display: 'pdf' },
  notAForm: 'text',
  tooDeep: { components: [nested(14)] },
  tooLarge: { components: Array.from({ length: 501 }, (_, at) => ({ type: 'textfield', key: `k${at}` })) },
};

function nested(depth: number): unknown {
  return depth === 0
    ? { type: 'textfield', key: 'x' }
    : { type: 'container', key: `c${depth}`, components: [nested(depth - 1)] };
}

const codes = (form: unknown) => findUnsafe(form).map((finding) => finding.code);

describe('findUnsafe', () => {
  for (const row of refusedConstructs) {
    it(`refuses ${row.code}: ${row.en}`, () => {
      // given
      const form = wholeForms[row.code] ?? { components: row.example };
      // when
      const found = findUnsafe(form);
      // then
      assert.ok(
        found.some((finding) => finding.code === row.code),
        JSON.stringify(found),
      );
      assert.ok(
        found.every(
          (finding) =>
            /[\u4e00-\u9fff]/.test(finding.zh) && !/[\u4e00-\u9fff]/.test(finding.en.replace(/“.*?”/g, '')),
        ),
      );
    });

    it(`finds ${row.code} also where the judge of patterns comes later`, async () => {
      const form = wholeForms[row.code] ?? { components: row.example };
      assert.deepEqual(await findUnsafeLater(form), findUnsafe(form));
    });

    it(`finds ${row.code} however deep it lies`, () => {
      if (row.example.length === 0) return;
      const components = [
        {
          type: 'columns',
          key: 'cc',
          columns: [{ components: [{ type: 'container', key: 'in', components: row.example }] }],
        },
      ];
      assert.ok(codes({ components }).includes(row.code));
    });
  }

  it('accepts what the builder writes where nothing is set', () => {
    const component = {
      type: 'textfield',
      key: 'a',
      label: '甲',
      input: true,
      customDefaultValue: '',
      calculateValue: '',
      customConditional: '',
      validate: { required: true, custom: '', customPrivate: false, json: '' },
      conditional: { show: null, when: null, eq: '', json: '' },
      logic: [],
      attributes: {},
      addons: [],
      overlay: { style: '', page: '' },
      widget: { type: 'input' },
      errors: '',
      unique: false,
    };
    assert.deepEqual(findUnsafe({ display: 'form', components: [component] }), []);
  });

  it('takes the same key in different scopes', () => {
    const components = [
      { type: 'textfield', key: 'name' },
      { type: 'datagrid', key: 'rows', components: [{ type: 'textfield', key: 'name' }] },
    ];
    assert.deepEqual(findUnsafe({ components }), []);
  });

  it('names the component and the place', () => {
    const [finding] = findUnsafe({
      components: [
        { type: 'panel', key: 'p', components: [{ type: 'textfield', key: 'a', calculateValue: 'x' }] },
      ],
    });
    assert.equal(finding?.path, 'components[0].components[0].calculateValue');
    assert.equal(finding?.key, 'a');
  });

  it('refuses scripts in every disguise of HTML', () => {
    const attacks = [
      '<script>alert(1)</script>',
      '<p onmouseover=alert(1)>',
      '<a href="javascript:alert(1)">x</a>',
      '<svg/onload=alert(1)>',
      '<p><!--><img src=x onerror=alert(1)>--></p>',
      '<p',
      '<P STYLE="x">',
      '<iframe srcdoc="x">',
      '<p\u0000>',
      '<math><mi>',
    ];
    for (const html of attacks)
      assert.ok(codes({ components: [{ type: 'content', key: 'a', html }] }).includes('activeContent'), html);
    assert.deepEqual(
      codes({
        components: [
          { type: 'content', key: 'a', html: '<h3>须知</h3><p>请<strong>如实</strong>填写。<br/></p>' },
        ],
      }),
      [],
    );
  });

  it('refuses patterns that can take exponential time and those RE2 does not know', () => {
    for (const pattern of ['(a+)+', '(x+x+)+y', '(?=a)b', '(a)\\1', '[', 'a'.repeat(501)]) {
      assert.ok(
        codes({ components: [{ type: 'textfield', key: 'a', validate: { pattern } }] }).includes(
          'unsafePattern',
        ),
        pattern,
      );
    }
  });

  it('does not throw on anything', () => {
    const strange = [
      null,
      undefined,
      1,
      'x',
      [],
      {},
      { components: 1 },
      { components: [null, 1, [], { components: 5 }] },
      { components: [{ type: 'select', key: 'a', data: 1 }] },
      { components: [{ type: 'columns', key: 'c', columns: [1, null] }] },
      { components: [{ type: { a: 1 }, key: { b: 2 }, validate: 'x', conditional: 7, properties: [] }] },
      JSON.parse('{"components":[{"type":"__proto__","key":"__proto__","__proto__":{"x":1}}]}'),
    ];
    for (const form of strange) assert.ok(Array.isArray(findUnsafe(form)));
  });
});
