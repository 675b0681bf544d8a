import type { Block, BlockNode } from './Block.ts';
import { blocks } from './listBlocks.ts';

/**
 * The tasks of the blocks as element templates of Camunda Modeler (Camunda 7), so that a task drawn there has the topic, the form, the
 * candidate group and the limit that a pack asks for; on import `stepOfTemplate` takes the rest from the block. One template a task; a
 * template cannot hold a flow.
 */
export function elementTemplates(): object[] {
  return blocks.flatMap((block) =>
    block.nodes.filter(({ type }) => /Task$/.test(type)).map((node) => templateOf(block, node)),
  );
}

function templateOf(block: Block, node: BlockNode): object {
  const id = node.id.replace('{{n}}', '');
  return {
    name: `${node.name}（${block.name['zh-CN']}）`,
    id: `cn.onewindow.${block.key}.${id}`,
    version: 1,
    description: shorten(`${node.documentation ?? ''} ${block.name.en}: ${block.description.en}`),
    keywords: [...block.keywords],
    category: { id: block.key, name: block.name['zh-CN'] },
    appliesTo: ['bpmn:Task', node.type],
    elementType: { value: node.type },
    properties: propertiesOf(node, limitOf(block, node)),
  };
}

/** Longest description that the list of Camunda Modeler shows sensibly. */
function shorten(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299)}…`;
}

/** The limit of the node's step as the block has it; undefined for automatic work. */
function limitOf({ manifest }: Block, { id }: BlockNode): string | undefined {
  const steps = manifest['steps'] as Readonly<Record<string, { limit?: string }>> | undefined;
  return steps?.[id]?.limit;
}

function propertiesOf(node: BlockNode, limit: string | undefined): object[] {
  const property = (label: string, value: string, binding: object, extra: object = {}) => ({
    label,
    type: 'String',
    value,
    binding,
    ...extra,
  });
  const camunda = (name: string) => ({ type: 'property', name: `camunda:${name}` });
  const required = { constraints: { notEmpty: true } };
  const plain = (text: string) => text.replace('{{n}}', '');
  return [
    property('名称 Name', node.name, { type: 'property', name: 'name' }, required),
    ...(node.form === undefined
      ? []
      : [property('表单 Form', plain(node.form), camunda('formKey'), required)]),
    ...(node.candidateGroups === undefined
      ? []
      : [property('候选组 Candidate group', node.candidateGroups, camunda('candidateGroups'), required)]),
    ...(limit === undefined
      ? []
      : [property('时限 Limit', limit, { type: 'camunda:property', name: 'limit' }, required)]),
    ...(node.topic === undefined
      ? []
      : [
          { type: 'Hidden', value: 'external', binding: camunda('type') },
          { type: 'Hidden', value: node.topic, binding: camunda('topic') },
        ]),
    ...Object.entries(node.input ?? {}).map(([name, value]) =>
      property(name, plain(value), { type: 'camunda:inputParameter', name }, required),
    ),
  ];
}
