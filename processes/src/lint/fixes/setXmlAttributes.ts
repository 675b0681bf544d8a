import { scanXml } from '../../foreign/scanXml.ts';
import { childElements, type XmlElement } from '../../foreign/XmlTree.ts';

const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';
/** Attributes that name another element by its id. */
const references = ['bpmnElement', 'processRef', 'dmnElementRef', 'sourceRef', 'targetRef', 'default'];

/**
 * Sets attributes of the element with this id, every other byte of the text staying as it is; a new `id` is
 * followed by whatever names the element. Throws XmlRefused for what is no XML, RangeError for an unknown id.
 */
export function setXmlAttributes(
  text: string,
  id: string,
  attributes: Readonly<Record<string, string>>,
): string {
  const { root } = scanXml(text);
  const all = withInner(root);
  const element = all.find((entry) => entry.id === id);
  if (element === undefined) throw new RangeError(`no element ${id}`);
  const puts: { start: number; end: number; text: string }[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const own = nameIn(element, name);
    const found = element.attributes.find((entry) => entry.name === own);
    if (found) puts.push({ start: found.valueStart, end: found.valueEnd, text: escaped(value) });
    else puts.push({ ...endOfTag(text, element), text: ` ${own}="${escaped(value)}"` });
    if (name !== 'id') continue;
    for (const other of all)
      for (const attribute of other.attributes)
        if (references.includes(attribute.name) && attribute.value === id)
          puts.push({ start: attribute.valueStart, end: attribute.valueEnd, text: escaped(value) });
  }
  return puts
    .sort((a, b) => b.start - a.start)
    .reduce((done, put) => done.slice(0, put.start) + put.text + done.slice(put.end), text);
}

function withInner(element: XmlElement): XmlElement[] {
  return [element, ...childElements(element).flatMap(withInner)];
}

/** `camunda:` is called what the file calls it. */
function nameIn(element: XmlElement, name: string): string {
  if (!name.startsWith('camunda:')) return name;
  for (const [prefix, namespace] of element.scope)
    if (namespace === CAMUNDA && prefix !== '') return `${prefix}:${name.slice(8)}`;
  return name;
}

/** Behind the last attribute, or the name. */
function endOfTag(text: string, element: XmlElement): { start: number; end: number } {
  const last = element.attributes.at(-1);
  const at = last ? last.valueEnd + 1 : text.indexOf(element.name, element.start) + element.name.length;
  return { start: at, end: at };
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
