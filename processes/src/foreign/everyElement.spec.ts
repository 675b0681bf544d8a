import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { scanXml } from './scanXml.ts';
import { childElements, splitKey, type XmlElement } from './XmlTree.ts';

interface Type {
  readonly name: string;
  readonly isAbstract?: boolean;
  readonly superClass?: readonly string[];
}

const descriptor = createRequire(import.meta.url)('bpmn-moddle/resources/bpmn/json/bpmn.json') as {
  readonly types: readonly Type[];
};
const types = new Map(descriptor.types.map((type) => [type.name, type]));
const kinds = ['FlowElement', 'Artifact', 'EventDefinition', 'LoopCharacteristics', 'Lane', 'Participant'];

function isOf(name: string, kind: string): boolean {
  return name === kind || (types.get(name)?.superClass ?? []).some((above) => isOf(above, kind));
}

const namesIn = (element: XmlElement): string[] => [
  splitKey(element.key).local,
  ...childElements(element).flatMap(namesIn),
];

describe('the model with every kind of element', () => {
  it('has each flow node, event, artifact and loop of BPMN 2.0 that a process or a pool may hold', () => {
    const text = readFileSync(new URL('../../fixtures/foreign/every-element.bpmn', import.meta.url), 'utf8');
    const held = new Set(namesIn(scanXml(text).root));
    const wanted = descriptor.types
      .filter(({ name, isAbstract }) => isAbstract !== true && kinds.some((kind) => isOf(name, kind)))
      .map(({ name }) => name)
      // Diagrams of their own kind, and what stands for a kind and is never written.
      .filter((name) => !/Choreography|ImplicitThrowEvent|^Event$|ComplexBehaviorDefinition/.test(name));
    assert.ok(wanted.length > 40, wanted.join(', '));
    assert.deepEqual(
      wanted.filter((name) => !held.has(name.charAt(0).toLowerCase() + name.slice(1))),
      [],
    );
  });
});
