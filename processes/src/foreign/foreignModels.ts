/// <reference path="../bpmn/moddle.d.ts" />
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import camundaDescriptor from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };

const moddle = new BpmnModdle({ camunda: camundaDescriptor });

/** Fixture: every BPMN file of fixtures/foreign, of the product's own packs, and of the folder that FOREIGN_MODELS names. */
export function listForeignModels(): { readonly name: string; readonly bytes: Buffer }[] {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const own = [`${root}fixtures/foreign`, `${root}scjg-food`, `${root}mzj-elderly-subsidy`];
  const given = process.env['FOREIGN_MODELS'];
  return [...own, ...(given ? [given] : [])].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.bpmn(20\.xml)?$/i.test(name))
      .sort()
      .map((name) => ({
        name: folder.includes('fixtures') ? name : `${folder.split('/').at(-1)}/${name}`,
        bytes: readFileSync(`${folder}/${name}`),
      })),
  );
}

export const parse = (xml: string) => moddle.fromXML(xml);

/** Reads and writes as bpmn-js does: it uses the same reader and writer. */
export async function reserialise(xml: string): Promise<string> {
  return write((await moddle.fromXML(xml)).rootElement);
}

export async function write(definitions: object): Promise<string> {
  return (await moddle.toXML(definitions, { format: true })).xml;
}

export const create = (type: string, properties: object): object =>
  (moddle as unknown as { create(type: string, properties: object): object }).create(type, properties);
