import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { MessageChannel } from 'node:worker_threads';
import { checkNoCode } from '@onewindow/engine/no-code';
import { type KnownPack, knownPackOf, lintPack, listSeedPacks, type PackFiles } from '@onewindow/processes';
import { findFix } from '@onewindow/processes/fixes';
import { findTemplateFaults } from '@onewindow/signing/template';
import type { LintRules, Port } from './messages.ts';
import { PackWorker } from './PackWorker.ts';
import { servePacks } from './servePacks.ts';

const seeds = new Map((await listSeedPacks()).map(({ packCode, files }) => [packCode, files]));
const food = seeds.get('scjg-food') ?? {};
const theme = seeds.get('theme-restaurant') ?? {};
const live = new Map([...seeds].map(([code, files]) => [code, knownPackOf(files)]));
const rules = { departments: ['scjg', 'zwfw', 't005'], roles: ['clerk', 'approver', 'head'] };

/** As the server checks: every live pack known. */
const atServer = async (files: PackFiles) => {
  const found = await lintPack(files, {
    ...rules,
    packs: live,
    noCode: checkNoCode,
    checkLicenseTemplate: findTemplateFaults,
  });
  return found.map((finding) => ({ ...finding, fix: findFix(finding, files) }));
};

describe('PackWorker', () => {
  const channels: MessageChannel[] = [];
  after(() => {
    for (const { port1 } of channels) port1.close();
  });
  const start = (read?: (packs: readonly string[]) => Promise<LintRules>) => {
    const channel = new MessageChannel();
    channels.push(channel);
    const asked: (readonly string[])[] = [];
    servePacks(channel.port2 as unknown as Port);
    const worker = new PackWorker(channel.port1 as unknown as Port, async (packs) => {
      asked.push(packs);
      if (read !== undefined) return read(packs);
      const known = packs.flatMap((name): [string, KnownPack][] => {
        const pack = live.get(name);
        return pack === undefined ? [] : [[name, pack]];
      });
      return { ...rules, packs: Object.fromEntries(known) };
    });
    return { worker, asked };
  };
  const asMap = (files: PackFiles) => new Map(Object.entries(files));

  it('finds what the server finds, edit after edit, and asks for the rules once', async () => {
    const { worker, asked } = start();
    const spoiled: PackFiles = {
      ...food,
      'process.bpmn': (food['process.bpmn'] ?? '').replace('isExecutable="true"', 'isExecutable="false"'),
      'license.yaml': 'schemaVersion: 2\n',
    };
    const { 'routing.dmn': _, ...without } = spoiled;
    for (const files of [food, spoiled, without, food])
      assert.deepEqual(await worker.lint(asMap(files)), await atServer(files));
    assert.ok((await worker.lint(asMap(without))).length > 2);
    // The item belongs to a theme.
    assert.deepEqual(asked, [[], ['theme-restaurant']]);
  });

  it('asks about the packs that a theme names, once, and tells the one that is not there', async () => {
    const { worker, asked } = start();
    const files = {
      ...theme,
      'pack.yaml': (theme['pack.yaml'] ?? '').replaceAll('scjg-food', 'scjg-nothing'),
    };
    const found = await worker.lint(asMap(files));
    assert.deepEqual(found, await atServer(files));
    assert.ok(found.some(({ code }) => code === 'themeItemUnknown'));
    await worker.lint(asMap(theme));
    await worker.lint(asMap(files));
    const named = asked.at(-1) ?? [];
    assert.ok(named.includes('scjg-nothing') && named.includes('scjg-food'));
    assert.equal(new Set(named).size, named.length);
    assert.equal(asked.length, 2);
  });

  it('refuses what runs code', async () => {
    const { worker } = start();
    const task =
      '<bpmn:scriptTask id="runs" scriptFormat="js"><bpmn:script>1</bpmn:script></bpmn:scriptTask>';
    const bpmn = (food['process.bpmn'] ?? '').replace('</bpmn:process>', `${task}</bpmn:process>`);
    const found = await worker.lint(asMap({ ...food, 'process.bpmn': bpmn }));
    assert.ok(found.some(({ element, severity }) => element === 'runs' && severity === 'error'));
  });

  it('tells that the rules cannot be read, and tries again with the next check', async () => {
    let away = true;
    const { worker } = start(async () => {
      if (away) throw new Error('no connection');
      return { ...rules, packs: Object.fromEntries(live) };
    });
    await assert.rejects(worker.lint(asMap(food)), /no connection/);
    away = false;
    assert.deepEqual(await worker.lint(asMap(food)), await atServer(food));
  });

  it('reckons a promise in the office hours of the department, as the server does', async () => {
    const businessHours = { scjg: [{ from: '09:00', to: '15:00' }] };
    const { worker } = start(async () => ({ ...rules, businessHours, packs: {} }));
    const manifest = (food['pack.yaml'] ?? '').replace(/(\n {2}promised: ).*/, '$17 workhour');
    const short = manifest.replace(/(statutory: \{limit: )10 workday/, '$11 workday');
    const found = await worker.lint(asMap({ ...food, 'pack.yaml': short }));
    const told = found.filter(({ code }) => code === 'promisedTooLate').map(({ zh }) => zh);
    assert.match(told.join(), /按实施部门的办公时间09:00–15:00/);
  });

  it('writes an edit into the text of the file, and nothing after it has failed', async () => {
    const { worker } = start();
    const original = food['process.bpmn'] ?? '';
    const { text: before } = await worker.save({ original, before: original, after: original });
    assert.equal(before, original);
    const after = original.replace('name="食品经营许可"', 'name="食品许可"');
    assert.notEqual(after, original);
    const saved = await worker.save({ original, before: original, after });
    assert.equal(saved.text, after);
    const waiting = worker.lint(asMap(food));
    worker.fail(new Error('gone'));
    await assert.rejects(waiting, /gone/);
    await assert.rejects(worker.save({ original, before: original, after }), /gone/);
  });
});
