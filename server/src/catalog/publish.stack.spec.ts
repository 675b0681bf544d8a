import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';
import type { PackFile } from './model.ts';

describe('publishing a pack', () => {
  let server: TestServer;
  let designer: ApiClient;
  let clerk: ApiClient;
  let files: PackFile[] = [];

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
    designer = await signIn(server.base, 'designer');
    clerk = await signIn(server.base, 'clerk');
    files = (await designer.get('/packs/scjg-food'))['files'] as PackFile[];
  });
  after(() => server.close());

  const refused: Record<string, { path: string; edit: (text: string) => string; element?: string }> = {
    'a script task': {
      path: 'process.bpmn',
      edit: (text) =>
        text
          .replace(/<bpmn:userTask id="inspect"/, '<bpmn:scriptTask id="inspect" scriptFormat="javascript"')
          .replace(
            /(核查人员到场[\s\S]*?)<\/bpmn:userTask>/,
            '$1<bpmn:script>1</bpmn:script></bpmn:scriptTask>',
          ),
      element: 'inspect',
    },
    'a Java class': {
      path: 'process.bpmn',
      edit: (text) => text.replace('camunda:topic="issue-license"', 'camunda:class="java.lang.Runtime"'),
      element: 'issueLicense',
    },
    'a delegate expression': {
      path: 'process.bpmn',
      edit: (text) =>
        text.replace(
          'camunda:type="external" camunda:topic="issue-license"',
          'camunda:delegateExpression="${bean}"',
        ),
      element: 'issueLicense',
    },
    'an expression that calls a method': {
      path: 'process.bpmn',
      edit: (text) =>
        text.replace("${outcome == 'pass'}", "${''.getClass().forName('java.lang.Runtime') == null}"),
    },
    'a user task without form': {
      path: 'process.bpmn',
      edit: (text) => text.replace(' camunda:formKey="forms/review.json"', ''),
      element: 'review',
    },
    'an end that cannot be reached': {
      path: 'process.bpmn',
      edit: (text) =>
        text.replace(
          '<bpmn:endEvent id="refused"',
          '<bpmn:endEvent id="nowhere" /><bpmn:endEvent id="refused"',
        ),
      element: 'nowhere',
    },
    'a process that is no XML': {
      path: 'process.bpmn',
      edit: (text) => text.replace('</bpmn:definitions>', ''),
    },
    'a form with custom JavaScript': {
      path: 'forms/review.json',
      edit: (text) => {
        const form = JSON.parse(text) as { components: Json[] };
        form.components.push({
          type: 'textfield',
          key: 'evil',
          label: 'x',
          input: true,
          customDefaultValue: 'value = 1',
        });
        return JSON.stringify(form);
      },
      element: 'evil',
    },
    'a statutory limit without its article': {
      path: 'pack.yaml',
      edit: (text) => text.replace(/statutory: \{limit: 10 workday, cite: [^}]*\}/, 'statutory: 10 workday'),
    },
  };

  for (const [name, { path, edit, element }] of Object.entries(refused)) {
    it(`${name} is refused, with its element, and nothing is deployed or stored`, async () => {
      const before = await state();
      const changed = files.map((file) => (file.path === path ? { path, text: edit(file.text) } : file));
      assert.notDeepEqual(changed, files, 'the edit changes something');
      const problem = await publish(changed).then(
        () => undefined,
        (error: ApiProblem) => error,
      );
      assert.ok(problem instanceof ApiProblem);
      assert.equal(problem.status, 422);
      const findings = (problem.problem['findings'] ?? []) as Json[];
      const errors = findings.filter((finding) => finding['severity'] === 'error');
      assert.ok(errors.length > 0, JSON.stringify(problem.problem));
      assert.ok(errors.every((finding) => /[\u4e00-\u9fff]/.test(String(finding['zh']))));
      if (element !== undefined) {
        assert.ok(
          errors.some((finding) => finding['element'] === element),
          JSON.stringify(errors),
        );
      }
      assert.deepEqual(await state(), before);
    });
  }

  it('a running case stays on its version, a new one uses the new; the second of two publishers is told', async () => {
    const draft = await draftFoodLicense(clerk);
    await acceptCase(clerk, String(draft['id']));
    const changed = files.map((file) =>
      file.path === 'process.bpmn'
        ? { ...file, text: file.text.replace('name="材料审查"', 'name="材料审查（新）"') }
        : file,
    );
    const published = await publish(changed);
    assert.equal(published['version'], 2);
    const fresh = await draftFoodLicense(clerk, { materials: false });
    assert.equal(fresh['packVersion'], 2);
    const running = await server.app.models.cases.findOne({ _id: String(draft['id']) }).lean();
    assert.equal(running?.packVersion, 1);
    const instance = await server.app.engine.getInstance(running?.engine.processInstanceId ?? '');
    assert.equal(instance.definitionId, running?.definitionId);
    const late = await publish(files).catch((error: ApiProblem) => error);
    assert.ok(late instanceof ApiProblem && late.code === 'packChanged');
  });

  it('two versions, and a draft with a version, are compared in words; nothing is stored', async () => {
    // given version 2, published above with another name of one task
    const before = await state();
    // when it is compared with version 1, and a draft with it
    const versions = await designer.get('/packs/scjg-food/versions/1/diff/2');
    const draft = files.map((file) =>
      file.path === 'pack.yaml' ? { ...file, text: file.text.replace('promised: 8', 'promised: 6') } : file,
    );
    const draftBody = { files: draft } as unknown as Json;
    const unpublished = await designer.post('/packs/scjg-food/versions/1/diff', draftBody);
    // then
    assert.deepEqual(versions['counts'], { total: 1, matters: 0 });
    assert.deepEqual([versions['before'], versions['after']], [1, 2]);
    const [renamed] = versions['changes'] as { property: { key: string }; where: { element: string } }[];
    assert.deepEqual([renamed?.where.element, renamed?.property.key], ['review', 'name']);
    assert.deepEqual(unpublished['after'], null);
    assert.equal((unpublished['summary'] as Json)['zh-CN'], '1 处差异，1 处影响办理（时限 1）');
    assert.deepEqual((await designer.get('/packs/scjg-food/versions/1/diff/1'))['changes'], []);
    const missing = await designer.get('/packs/scjg-food/versions/1/diff/99').catch((e: ApiProblem) => e);
    assert.ok(missing instanceof ApiProblem && missing.code === 'itemUnknown');
    assert.deepEqual(await state(), before);
  });

  function publish(changed: readonly PackFile[]): Promise<Json> {
    return designer.post('/packs/scjg-food/versions', { files: changed, baseVersion: 1, note: '测试' });
  }

  async function state() {
    const { app } = server;
    return {
      versions: await app.models.packVersions.countDocuments({ tenant: app.tenant }),
      contents: await app.models.packContents.countDocuments({ tenant: app.tenant }),
      deployments: (await app.engine.listDeployments({ tenantIdIn: app.tenant })).length,
    };
  }
});
