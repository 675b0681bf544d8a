import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { elementOf, elementsOf, type ModdleElement } from '../bpmn/readBpmn.ts';
import { decodeXml } from './decodeXml.ts';
import { findLost } from './findLost.ts';
import { create, listForeignModels, parse, reserialise, write } from './foreignModels.ts';
import { saveEdited } from './saveEdited.ts';
import { spliceXml } from './spliceXml.ts';
import { toEditorXml } from './toEditorXml.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/foreign/${name}`, import.meta.url), 'utf8');

/** Edits a text as the designer does: read, change, write. */
async function edit(original: string, change: (definitions: ModdleElement) => void) {
  const { rootElement } = await parse(toEditorXml(original));
  const before = await write(rootElement);
  change(rootElement);
  return saveEdited({ original, before, after: await write(rootElement), reserialise });
}

const processesOf = (definitions: ModdleElement) =>
  elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');

const nodesOf = (definitions: ModdleElement) =>
  processesOf(definitions).flatMap((process) => elementsOf(process, 'flowElements'));

function nodeOf(definitions: ModdleElement, id: string): ModdleElement {
  const found = nodesOf(definitions).find((node) => node.id === id);
  assert.ok(found, id);
  return found;
}

/** Lines that differ: `-` only in the first, `+` only in the second. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line.trim()}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line.trim()}`),
  ];
}

for (const { name, bytes } of listForeignModels()) {
  describe(`foreign model ${name}`, () => {
    const { text } = decodeXml(bytes);

    it('stays byte for byte what it was when nothing was edited', async () => {
      const before = await reserialise(toEditorXml(text));
      assert.equal(spliceXml({ original: text, before, after: before }), text);
      assert.equal((await saveEdited({ original: text, before, after: before, reserialise })).text, text);
    });

    // Some tools write a process with nothing in it.
    const filled = /<([\w-]+:)?(startEvent|endEvent|task|userTask|subProcess)[\s>]/.test(text);
    it('keeps everything but the edit: a name, a new task, a flow taken out', { skip: !filled }, async () => {
      // given an edit of each kind
      let flow: ModdleElement | undefined;
      const saved = await edit(text, (definitions) => {
        const [process] = processesOf(definitions).filter(
          (one) => elementsOf(one, 'flowElements').length > 0,
        );
        assert.ok(process);
        const nodes = process.get('flowElements') as ModdleElement[];
        const [first] = nodes.filter(({ $type }) => /Task|Event$|SubProcess/.test($type));
        first?.set('name', '新名称 <&"');
        first?.set('camunda:asyncBefore', true);
        const added = create('bpmn:UserTask', { id: 'addedByTest', name: '新任务' }) as ModdleElement;
        (added as unknown as { $parent: unknown }).$parent = process;
        nodes.push(added);
        flow = nodes.find(({ $type }) => $type === 'bpmn:SequenceFlow');
        if (flow) removeFlow(definitions, nodes, flow);
      });
      // then it was written into the original, and whatever the editor does not know is still there
      assert.equal(saved.way, 'edited');
      assert.match(saved.text, /新名称 &lt;&amp;&(quot|apos);|新名称 &lt;&amp;"/);
      assert.match(saved.text, /id="addedByTest"/);
      const lost = findLost(text, saved.text).filter(
        ({ element, kind }) => kind !== 'element' || (element !== flow?.id && !isOfFlow(element, flow)),
      );
      // The drawing of the flow went with it, whether the tool gives it an id or not.
      const lines = text.split(/\r?\n/);
      const ofFlow = (line: number) =>
        flow !== undefined && lines[line - 1]?.includes(`"${flow.id}"`) === true;
      assert.deepEqual(
        lost.filter(
          ({ name: part, line }) =>
            !/(incoming|outgoing)$/.test(part) && !(part.endsWith('BPMNEdge') && ofFlow(line)),
        ),
        [],
      );
    });
  });
}

function isOfFlow(element: string | null, flow: ModdleElement | undefined): boolean {
  return element !== null && flow !== undefined && dropped.has(element);
}

const dropped = new Set<string>();

function removeFlow(definitions: ModdleElement, nodes: ModdleElement[], flow: ModdleElement): void {
  nodes.splice(nodes.indexOf(flow), 1);
  for (const [end, list] of [
    ['sourceRef', 'outgoing'],
    ['targetRef', 'incoming'],
  ] as const) {
    const node = elementOf(flow, end);
    node?.set(
      list,
      elementsOf(node, list).filter((other) => other !== flow),
    );
  }
  for (const diagram of elementsOf(definitions, 'diagrams')) {
    const plane = elementOf(diagram, 'plane');
    const gone = plane
      ? elementsOf(plane, 'planeElement').filter((one) => one.get('bpmnElement') === flow)
      : [];
    for (const { id } of gone) if (id) dropped.add(id);
    plane?.set(
      'planeElement',
      elementsOf(plane, 'planeElement').filter((one) => !gone.includes(one)),
    );
  }
}

describe('an edit of a foreign model', () => {
  const original = fixture('default-namespace.bpmn');

  it('of a name changes that name and nothing else', async () => {
    const saved = await edit(original, (definitions) => nodeOf(definitions, 'check').set('name', '复审'));
    assert.equal(saved.text, original.replace("name='初审&#10;两行'", "name='复审'"));
  });

  it('is written into the file although bpmn-js marks its gateways on opening', async () => {
    // given what bpmn-js writes, before and after an edit
    const marked = (xml: string) =>
      xml.replace(
        'id="gate_di" bpmnElement="gate"',
        'id="gate_di" bpmnElement="gate" isMarkerVisible="true"',
      );
    const before = marked(await reserialise(toEditorXml(original)));
    const after = before.replace('name="是"', 'name="同意"');
    const saved = await saveEdited({ original, before, after, reserialise });
    assert.match(before, /isMarkerVisible/);
    assert.equal(saved.text, original.replace('name="是"', 'name="同意"'));
  });

  it('of an engine attribute uses the prefix that the file has for the engine', async () => {
    const saved = await edit(original, (definitions) =>
      nodeOf(definitions, 'check').set('camunda:formKey', 'forms/check.json'),
    );
    assert.equal(
      saved.text,
      original.replace('acme:width="100.0">', 'acme:width="100.0" camunda:formKey="forms/check.json">'),
    );
  });

  it('of a condition keeps the type as the file writes it', async () => {
    const saved = await edit(original, (definitions) =>
      elementOf(nodeOf(definitions, 'f3'), 'conditionExpression')?.set('body', '$' + "{outcome == 'ok'}"),
    );
    assert.equal(saved.text, original.replace("'pass'", "'ok'"));
  });

  it('declares a namespace that the file lacks, once, at its root', async () => {
    const cloud = fixture('camunda-8.bpmn');
    const saved = await edit(cloud, (definitions) =>
      nodeOf(definitions, 'Look').set('camunda:formKey', 'forms/look.json'),
    );
    assert.equal(saved.way, 'edited');
    assert.deepEqual(changedLines(cloud, saved.text), [
      `-${/<bpmn:definitions.*/.exec(cloud)?.[0]}`,
      '-<bpmn:userTask id="Look" name="人工复核">',
      `+${/<bpmn:definitions.*/.exec(cloud)?.[0]?.replace('<bpmn:definitions', '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn"')}`,
      '+<bpmn:userTask id="Look" name="人工复核" camunda:formKey="forms/look.json">',
    ]);
  });

  it('that moves a shape changes only its coordinates', async () => {
    const saved = await edit(original, (definitions) => {
      const plane = elementOf(elementsOf(definitions, 'diagrams')[0] as ModdleElement, 'plane');
      const shape = elementsOf(plane as ModdleElement, 'planeElement').find(({ id }) => id === 'bad_di');
      elementOf(shape as ModdleElement, 'bounds')?.set('y', 260);
    });
    assert.deepEqual(changedLines(original, saved.text), [
      '-<omgdc:Bounds x="450" y="200" width="36" height="36"/>',
      '+<omgdc:Bounds x="450" y="260" width="36" height="36"/>',
    ]);
  });

  it('that adds and removes bends of a flow keeps the other bends', async () => {
    const saved = await edit(original, (definitions) => {
      const plane = elementOf(elementsOf(definitions, 'diagrams')[0] as ModdleElement, 'plane');
      const edge = elementsOf(plane as ModdleElement, 'planeElement').find(({ id }) => id === 'f4_di');
      const bends = elementsOf(edge as ModdleElement, 'waypoint');
      edge?.set('waypoint', [bends[0], create('dc:Point', { x: 370, y: 180 }), ...bends.slice(1)]);
    });
    assert.equal(saved.way, 'edited');
    assert.deepEqual(
      changedLines(original, saved.text).map((line) => line.slice(0, 16)),
      ['+<omgdi:waypoint'],
    );
  });

  it('puts a task into a new sub-process with its vendor data and its comments', async () => {
    const saved = await edit(original, (definitions) => {
      const [process] = processesOf(definitions);
      const nodes = process?.get('flowElements') as ModdleElement[];
      const check = nodeOf(definitions, 'check');
      const sub = create('bpmn:SubProcess', { id: 'inner', flowElements: [check] }) as ModdleElement;
      (sub as unknown as { $parent: unknown }).$parent = process;
      (check as unknown as { $parent: unknown }).$parent = sub;
      nodes.splice(nodes.indexOf(check), 1, sub);
    });
    assert.equal(saved.way, 'edited');
    assert.match(
      saved.text,
      /<subProcess id="inner">\s*<userTask name='初审&#10;两行'[^>]*acme:width="100.0">/,
    );
    assert.match(saved.text, /<acme:meta value="x" key="y"\/>/);
    assert.match(saved.text, /<!-- start of the flow -->/);
  });

  it('keeps CRLF, also in the lines that are new', async () => {
    const crlf = original.replaceAll('\n', '\r\n');
    const saved = await edit(crlf, (definitions) => {
      const [process] = processesOf(definitions);
      const added = create('bpmn:UserTask', {
        id: 'added',
        documentation: [create('bpmn:Documentation', { text: '说明' })],
      }) as ModdleElement;
      (added as unknown as { $parent: unknown }).$parent = process;
      elementsOf(process as ModdleElement, 'flowElements').push(added);
    });
    assert.equal(saved.way, 'edited');
    assert.doesNotMatch(saved.text, /[^\r]\n/);
  });

  it('that cannot be written into the file falls back to the editor’s text and names what is lost', async () => {
    const before = await reserialise(toEditorXml(original));
    const after = before.replace('name="是"', 'name="同意"');
    // given an editor that reads something else from the result than it holds
    const saved = await saveEdited({ original, before, after, reserialise: async () => '<other/>' });
    assert.equal(saved.way, 'rewritten');
    assert.equal(saved.text, after);
    assert.deepEqual(
      saved.lost.map(({ kind }) => kind).filter((kind) => kind !== 'comment'),
      ['instruction'],
    );
    assert.equal(saved.lost.filter(({ kind }) => kind === 'comment').length, 4);
  });
});
