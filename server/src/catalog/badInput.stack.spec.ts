import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';
import type { PackFile } from './model.ts';

const food = '/packs/scjg-food';
/** Longest that the check of one of these may take, in milliseconds. */
const patience = 10_000;

/** What somebody pastes, opens or is sent: a file, what stands in it, and the finding that says so. */
const bad: { what: string; path: string; spoil: (text: string) => string; code: string; names?: RegExp }[] = [
  {
    what: 'a process cut off in the middle',
    path: 'process.bpmn',
    spoil: (text) => text.slice(0, text.length / 2),
    code: 'bpmnUnreadable',
  },
  {
    what: 'a bomb of entities',
    path: 'process.bpmn',
    spoil: (text) =>
      text.replace('?>', '?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;"><!ENTITY z "&y;&y;">]>'),
    code: 'bpmnUnreadable',
  },
  {
    what: 'a step whose name the engine cannot store',
    path: 'process.bpmn',
    spoil: (text) => text.replace('name="材料审查"', `name="${'长'.repeat(500)}"`),
    code: 'nameTooLong',
  },
  {
    what: 'a form of another system with scripts in it',
    path: 'forms/review.json',
    spoil: (text) =>
      text.replace(
        '"components": [',
        '"components": [{"type": "textfield", "key": "x", "label": "<img src=x onerror=alert(1)>", "input": true, "customDefaultValue": "value = fetch(1)"},',
      ),
    code: 'forms/javascriptDefault',
  },
  {
    what: 'a promise later than the law allows',
    path: 'pack.yaml',
    spoil: (text) => text.replace('promised: 8 workday', 'promised: 11 workday'),
    code: 'promisedTooLate',
    names: /第二十二条/,
  },
];

describe('bad input in a draft', () => {
  let server: TestServer;
  let designer: ApiClient;
  let files: PackFile[] = [];

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
    designer = await signIn(server.base, 'designer');
    files = (await designer.get(food))['files'] as PackFile[];
  });
  after(() => server.close());

  for (const { what, path, spoil, code, names } of bad)
    it(`${what}: kept as it is, named by the check, never published`, async () => {
      const spoilt = files.map((file) => (file.path === path ? { path, text: spoil(file.text) } : file));
      assert.notDeepEqual(spoilt, files);
      const began = performance.now();
      const draft = await designer.put(`${food}/draft`, { baseVersion: 1, files: spoilt } as unknown as Json);
      assert.ok(performance.now() - began < patience, `took ${performance.now() - began} ms`);
      const codes = (draft['findings'] as { code: string }[]).map((finding) => finding.code);
      assert.ok(codes.includes(code), `${code} is not among ${codes.join()}`);
      assert.deepEqual((await designer.get(`${food}/draft`))['files'], spoilt);
      const body = { files: spoilt, baseVersion: 1, note: '' } as unknown as Json;
      const problem = await designer.post(`${food}/versions`, body).catch((error: unknown) => error);
      assert.ok(problem instanceof ApiProblem);
      assert.deepEqual([problem.status, problem.code], [422, 'packRefused']);
      const refusals = problem.problem['findings'] as { code: string; zh: string }[];
      assert.match(refusals.find((finding) => finding.code === code)?.zh ?? '', names ?? /./);
      await designer.delete(`${food}/draft`);
    });

  it('more than two megabytes is refused before it is read', async () => {
    const grown = files.map(({ path, text }) =>
      path === 'process.bpmn' ? { path, text: `${text}${' '.repeat(2_000_000)}` } : { path, text },
    );
    const body = { baseVersion: 1, files: grown } as unknown as Json;
    const problem = await designer.put(`${food}/draft`, body).catch((error: unknown) => error);
    assert.ok(problem instanceof ApiProblem);
    assert.deepEqual([problem.status, problem.code], [413, 'uploadTooLarge']);
  });
});
