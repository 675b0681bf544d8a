import { readFileSync } from 'node:fs';
import { type DocumentedField, fieldsOf, type SchemaNode, tableOf } from '../schema/packDocs.ts';
import { commonFields } from './actShape.ts';
import { scenarioJsonSchema } from './scenarioJsonSchema.ts';

const shared = 'packs.md';

/** A part of the format with its fields: the scenario itself, an act, what may be expected. */
export interface DocumentedPart {
  readonly title: string;
  readonly about: string;
  readonly fields: readonly DocumentedField[];
}

/** Every part of the scenario format, in the order of docs/scenarios.md. */
export function documentedParts(): DocumentedPart[] {
  const root = scenarioJsonSchema() as SchemaNode;
  const { steps, expect = {}, expectItems, ...plain } = root.properties ?? {};
  const acts = steps?.items?.oneOf ?? [];
  const [first = {}] = acts;
  return [
    {
      title: '场景 The scenario',
      about: '',
      fields: fieldsOf(
        {
          ...root,
          properties: {
            ...plain,
            ...(steps ? { steps: withoutInside(steps) } : {}),
            ...(expectItems ? { expectItems: withoutInside(expectItems) } : {}),
          },
        },
        '',
      ),
    },
    {
      title: '每一步都可以写 In every step',
      about: '',
      fields: fieldsOf(
        only(first, (name) => commonFields.includes(name) && name !== 'expect'),
        '',
      ),
    },
    ...acts.map((act) => {
      const { act: name, ...own } = act.properties ?? {};
      return {
        title: `act: ${String(name?.const)}`,
        about: name?.description ?? '',
        fields: fieldsOf(
          only({ ...act, properties: own }, (key) => !commonFields.includes(key)),
          '',
        ),
      };
    }),
    { title: 'expect', about: expect.description ?? '', fields: fieldsOf(expect, '') },
  ];
}

/** `docs/scenarios.md`: the guide, then every field. */
export function scenarioDocs(): string {
  const guide = readFileSync(new URL('./guide.md', import.meta.url), 'utf8');
  const parts = documentedParts().map(({ title, about, fields }) =>
    [
      `## ${title}`,
      ...(about === '' ? [] : [about.replace('\n\n', '  \n')]),
      ...(fields.length === 0 ? [] : [tableOf(fields, shared)]),
    ].join('\n\n'),
  );
  return `${[guide.trimEnd(), ...parts].join('\n\n')}\n`;
}

function only(node: SchemaNode, keep: (name: string) => boolean): SchemaNode {
  const kept = Object.entries(node.properties ?? {}).filter(([name]) => keep(name));
  return { ...node, properties: Object.fromEntries(kept) };
}

/** What is inside has a part of its own. */
function withoutInside({ items: _items, additionalProperties: _values, ...node }: SchemaNode): SchemaNode {
  return node;
}
