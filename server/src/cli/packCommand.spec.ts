// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of the engine
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packDiffSchema } from '@onewindow/processes';
import { runCommand } from '../testing/runCommand.ts';
import texts from './pack-texts.json' with { type: 'json' };

const command = fileURLToPath(new URL('../../bin/onewindow.js', import.meta.url));
const food = fileURLToPath(new URL('../../../processes/scjg-food', import.meta.url));
const elderly = fileURLToPath(new URL('../../../processes/mzj-elderly-subsidy', import.meta.url));

/** As it is launched from a shell: seconds each, so only where the launcher matters. */
function launch(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...options], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const pack = (...options: string[]) => runCommand(options);

describe('onewindow pack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-pack-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function edited(name: string, find: string, put: string): string {
    const target = join(folder, name);
    cpSync(food, target, { recursive: true });
    const file = join(target, 'pack.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(find, put));
    return target;
  }

  const shorter = edited('shorter', 'promised: 8 workday', 'promised: 6 workday');
  const wrong = edited('wrong', 'department: scjg', 'department: nowhere');

  it('diff: exit 0 and one sentence between a pack and itself', () => {
    assert.deepEqual(launch('pack', 'diff', food, food), { status: 0, stdout: '没有差异\n', stderr: '' });
  });

  it('diff: exit 1 and the change in words, Chinese first, English on request', async () => {
    const chinese = await pack('diff', food, shorter);
    assert.equal(chinese.status, 1);
    assert.match(chinese.stdout, /承诺时限：8个工作日 → 6个工作日\n\n1 处差异，1 处影响办理（时限 1）\n$/);
    const english = await pack('diff', food, shorter, '--lang', 'en', '--summary');
    assert.equal(english.stdout, '1 difference, 1 of which changes what happens to a case (Limits 1)\n');
  });

  it('diff: data for another program', async () => {
    const { status, stdout } = await pack('diff', food, elderly, '--json');
    assert.equal(status, 1);
    assert.ok(packDiffSchema.parse(JSON.parse(stdout)).counts.total > 20);
  });

  it('diff: exit 2 when a folder is no pack', async () => {
    const { status, stdout, stderr } = await pack('diff', food, folder);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /没有 pack\.yaml/);
    assert.match((await pack('diff', 'nowhere', food, '--lang', 'en')).stderr, /no such folder: nowhere/);
  });

  it('lint: exit 0 for sound packs, several at once', async () => {
    const { status, stdout } = await pack('lint', food, elderly, '--lang', 'en');
    assert.deepEqual([status, stdout], [0, `${food}: nothing found\n${elderly}: nothing found\n`]);
  });

  it('lint: exit 1 with the finding in words, or as data', async () => {
    const { status, stdout } = launch('pack', 'lint', wrong);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /1 个错误，0 个提醒\n {2}错误 {2}pack\.yaml {2}部门“nowhere”不在部门目录中 {2}\[departmentUnknown\]/,
    );
    const [result] = JSON.parse((await pack('lint', wrong, '--json')).stdout) as [
      { findings: { code: string }[] },
    ];
    assert.deepEqual(
      result.findings.map(({ code }) => code),
      ['departmentUnknown'],
    );
  });

  it('lint: asks the directory of departments that is given', async () => {
    const own = join(folder, 'departments.json');
    writeFileSync(own, '["nowhere", {"id": "scjg"}, "t005", "zwfw"]');
    assert.equal((await pack('lint', wrong, '--departments', own)).status, 0);
    // Seven hours of work end within one working day of the calendar, and not of a department that works six.
    const hurried = edited('hurried', 'promised: 8 workday', 'promised: 7 workhour');
    const manifest = join(hurried, 'pack.yaml');
    writeFileSync(
      manifest,
      readFileSync(manifest, 'utf8').replace('statutory: {limit: 10 workday', 'statutory: {limit: 1 workday'),
    );
    const told = async (scjg: object) => {
      writeFileSync(own, JSON.stringify(['t005', 'zwfw', { id: 'scjg', ...scjg }]));
      return (await pack('lint', hurried, '--departments', own)).stdout;
    };
    assert.doesNotMatch(await told({}), /promisedTooLate/);
    assert.match(
      await told({ businessHours: [{ from: '09:00', to: '15:00' }] }),
      /按实施部门的办公时间09:00–15:00）.*\[promisedTooLate\]/,
    );
    writeFileSync(own, '{}');
    assert.equal((await pack('lint', wrong, '--departments', own)).status, 2);
  });

  it('lint --fix: puts right what has one answer, keeps the rest of the file, and leaves the others to a person', async () => {
    const target = edited('fixable', 'category: 普通', 'category: 普通 # 一般');
    const bpmn = join(target, 'process.bpmn');
    const sound = readFileSync(bpmn, 'utf8');
    const spoiled = sound
      .replace('isExecutable="true"', 'isExecutable="false"')
      .replace('camunda:formKey="forms/review.json"', 'camunda:formKey="forms/decision.json"');
    writeFileSync(bpmn, spoiled.replace('${decidingDepartment}:approver', '${decidingDepartment}:head'));
    const { status, stdout } = await pack('lint', target, '--fix');
    assert.equal(status, 1, 'who does the review is for a person to say');
    assert.match(stdout, /已改 {2}process\.bpmn {2}标为可执行/);
    assert.match(stdout, /已改 {2}process\.bpmn {2}任务使用表单 forms\/review\.json/);
    assert.match(stdout, /\[candidateRole\]/);
    const after = readFileSync(bpmn, 'utf8');
    assert.equal(after.replace('${decidingDepartment}:head', '${decidingDepartment}:approver'), sound);
    assert.match(readFileSync(join(target, 'pack.yaml'), 'utf8'), /# 一般/);
  });

  it('lint: exit 2 when a folder is no pack', async () => {
    assert.equal((await pack('lint', food, 'nowhere')).status, 2);
  });

  it('says everything in both languages', () => {
    for (const group of Object.values(texts))
      for (const words of Object.values(group)) assert.ok(words['zh-CN'] !== '' && words.en !== '');
  });
});
