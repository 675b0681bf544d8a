import { scanXml } from '../foreign/scanXml.ts';
import { childElements, type XmlElement } from '../foreign/XmlTree.ts';

/** A task that another tool made from one of our element templates (`cn.onewindow.<block>.<node>`). */
export interface TemplateTask {
  /** Id of the element, given by the other tool. */
  readonly id: string;
  readonly block: string;
  readonly node: string;
  readonly name: string;
  readonly form: string;
  readonly candidateGroups: string;
  /** Extension property `limit` of the template, e.g. `2 workday`; empty where it was taken out. */
  readonly limit: string;
}

const TEMPLATE = /^cn\.onewindow\.(\w+)\.(\w+)$/;

/** The tasks of a process that come from our element templates; none in a text that cannot be read. */
export function templateTasks(xml: string): TemplateTask[] {
  // Most processes have none; reading one takes its time.
  if (!xml.includes('cn.onewindow.')) return [];
  try {
    return inner(scanXml(xml).root).flatMap((element) => {
      const [, block, node] = TEMPLATE.exec(attribute(element, 'modelerTemplate')) ?? [];
      if (block === undefined || node === undefined || element.id === undefined) return [];
      return [
        {
          id: element.id,
          block,
          node,
          name: attribute(element, 'name'),
          form: attribute(element, 'formKey'),
          candidateGroups: attribute(element, 'candidateGroups'),
          limit: propertyOf(element, 'limit'),
        },
      ];
    });
  } catch {
    return [];
  }
}

function inner(element: XmlElement): XmlElement[] {
  return [element, ...childElements(element).flatMap(inner)];
}

/** Value of an attribute whatever its prefix. */
function attribute(element: XmlElement, local: string): string {
  return element.attributes.find(({ name }) => name.split(':').at(-1) === local)?.value ?? '';
}

function propertyOf(element: XmlElement, name: string): string {
  const extensions = childElements(element).filter((one) => /(^|:)extensionElements$/.test(one.name));
  const property = extensions
    .flatMap(inner)
    .find((one) => /(^|:)property$/.test(one.name) && attribute(one, 'name') === name);
  return property === undefined ? '' : attribute(property, 'value');
}
