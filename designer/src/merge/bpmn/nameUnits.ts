import { bpmnLabel, joinWords, same, typeWords, type Words, word } from '@onewindow/processes/diff';
import { type BpmnNode, localName } from './BpmnNode.ts';
import { holderOf, type UnitKey, type Units } from './units.ts';

/** What people call an element: its kind and name, a flow by what it connects, a part of a drawing by what is drawn. */
export function nameUnit(key: UnitKey, ...works: readonly Units[]): Words {
  const find = (wanted: UnitKey) =>
    works.map((units) => units.get(wanted)).find((node) => node !== undefined);
  const plain = `#${key.replace(/^[#~](plane )?/, '')}`;
  const node = find(plain);
  if (node === undefined) return same(plain.slice(1));
  const name = node.attributes.get('name') ?? '';
  if (localName(node) === 'sequenceFlow') {
    const end = (attribute: string) => {
      const id = node.attributes.get(attribute) ?? '';
      const found = find(`#${id}`);
      return found === undefined ? same(id) : shortName(found);
    };
    const ends = { from: end('sourceRef'), to: end('targetRef') };
    return name === '' ? word('flow', ends) : word('flowNamed', { name, ...ends });
  }
  // A timer is known by the event that it belongs to.
  if (name === '' && /EventDefinition$/.test(localName(node))) {
    const holder = holderOf(node);
    if (holder !== null && holder !== '#') return nameUnit(holder, ...works);
  }
  return plain === '#' ? typeWords('bpmn:Definitions') : shortName(node, true);
}

/** What people call a property: “名称”, “条件”, “多实例 完成条件”. */
export function nameProperty(path: readonly string[]): Words {
  const words = path.map((key) => {
    const [part = '', name] = key.replace(/^\w+:/, '').split(' ');
    const label = bpmnLabel(part);
    if (label === undefined) return null;
    return name === undefined ? label : joinWords([label, same(name)], same(' '));
  });
  const said = joinWords(
    words.filter((label) => label !== null),
    same(' '),
  );
  return said['zh-CN'] === '' ? same(path.join('.')) : said;
}

function shortName(node: BpmnNode, always = false): Words {
  const name = node.attributes.get('name') ?? '';
  const local = localName(node);
  const type = typeWords(`bpmn:${local.charAt(0).toUpperCase()}${local.slice(1)}`);
  if (name !== '' && !always) return same(name);
  return word('named', { type, name: name === '' ? (node.attributes.get('id') ?? '') : name });
}
