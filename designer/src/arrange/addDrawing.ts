/** Whether a process says nothing about how it is drawn. */
export function hasNoDrawing(xml: string): boolean {
  return !/<(?:[\w.-]+:)?BPMNShape[\s>]/.test(xml);
}

const namespaces: Readonly<Record<string, string>> = {
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
};

/** A process with the drawing of its laid out twin; every other character of it stays. Throws Error when there is none. */
export function addDrawing(xml: string, laidOut: string): string {
  const drawing = /<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/.exec(laidOut)?.[0];
  const end = xml.lastIndexOf('</');
  if (drawing === undefined || end < 0) throw new Error('the layout has no drawing');
  const declared = Object.entries(namespaces)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
  const own = drawing.replace('<bpmndi:BPMNDiagram', `<bpmndi:BPMNDiagram${declared}`);
  // A drawing without a shape, which some tools leave behind, gives way.
  const bare = xml
    .slice(0, end)
    .replace(/\s*<([\w.-]+:)?BPMNDiagram[\s\S]*?(<\/\1BPMNDiagram>|\/>)\s*$/, '\n');
  return `${bare}  ${own}\n${xml.slice(end)}`;
}
