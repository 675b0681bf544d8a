import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { calendarFileProblems } from '../clocks/calendarFileProblems.ts';
import { runClockCompute } from './runClockCompute.ts';

const command = fileURLToPath(new URL('../../bin/onewindow.js', import.meta.url));
const product = fileURLToPath(new URL('../../../clocks/data/calendar-cn-2026.json', import.meta.url));
const soundText = readFileSync(product, 'utf8');
const five = (id: string, startAt = '2026-11-20T10:00') =>
  JSON.stringify({ id, startAt, limit: { value: 5, unit: 'workday' }, extension: null, pauses: [] });

/** Gives the command its input in these pieces and collects what it writes. */
async function compute(chunks: (string | Buffer)[], calendarFile?: string) {
  const output = new PassThrough();
  const said: Buffer[] = [];
  output.on('data', (chunk: Buffer) => said.push(chunk));
  const input = Readable.from(
    chunks.map((chunk) => Buffer.from(chunk)),
    { objectMode: false },
  );
  const status = await runClockCompute({ calendarFile, details: false, language: 'en', input, output });
  return { status, lines: Buffer.concat(said).toString().split('\n').slice(0, -1) };
}

describe('onewindow clock compute', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-clock-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('answers as launched from a shell, and exits 1 when a line was bad', () => {
    const input = `${five('A')}\n{"id":"B"}\n\n${five('C', '2026-02-13 09:30')}`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [command, 'clock', 'compute', '--lang', 'en'],
      {
        encoding: 'utf8',
        input,
      },
    );
    const [first, second, third, end] = stdout.split('\n');
    assert.deepEqual([status, stderr, end], [1, '', '']);
    assert.equal(first, '{"id":"A","dueAt":"2026-11-27T18:00"}');
    assert.equal(third, '{"id":"C","dueAt":"2026-02-27T18:00"}');
    assert.match(
      second ?? '',
      /^\{"id":"B","error":\{"code":"localTimeInvalid","message":".+","line":2\}\}$/,
    );
  });

  it('puts lines together from pieces that cut anywhere, also within a character', async () => {
    const bytes = Buffer.from(`${five('一窗')}\r\n${five('二')}\n`);
    const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
    const { status, lines } = await compute(pieces);
    assert.equal(status, 0);
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { id: string }).id),
      ['一窗', '二'],
    );
  });

  it('takes another calendar, and refuses one with errors before it reads a line', async () => {
    const own = join(folder, 'own.json');
    writeFileSync(own, soundText.replace('"to": "18:00"', '"to": "17:00"'));
    assert.deepEqual((await compute([five('A')], own)).lines, ['{"id":"A","dueAt":"2026-11-27T17:00"}']);
    writeFileSync(own, soundText.replace('"to": "18:00"', '"to": "13:00"'));
    assert.deepEqual(await compute([five('A')], own), { status: 1, lines: [] });
    assert.deepEqual(await compute([five('A')], join(folder, 'none.json')), { status: 2, lines: [] });
  });

  it('has nothing to say about nothing', async () => {
    assert.deepEqual(await compute([]), { status: 0, lines: [] });
  });
});

describe('onewindow calendar check', () => {
  const lineOf = (needle: string, text = soundText) => text.slice(0, text.indexOf(needle)).split('\n').length;
  const found = (text: string) =>
    calendarFileProblems(text).map(({ line, message }) => `${line}: ${message.en}`);
  const day = (text: string) =>
    soundText.split('\n').find((entry) => entry.includes(`"day": "${text}"`)) ?? '';

  it('finds nothing in the product calendar', () => {
    assert.deepEqual(found(soundText), []);
  });

  it('names the line of a day that is listed twice, malformed, out of order, outside or no weekend', () => {
    const changed = (from: string, to: string) => soundText.replace(`"day": "${from}"`, `"day": "${to}"`);
    const at = lineOf(day('2026-10-03'));
    assert.match(
      found(changed('2026-10-03', '2026-10-02')).join(),
      new RegExp(`^${at}: 2026-10-02 is listed twice`),
    );
    assert.match(found(changed('2026-10-03', '2026-10-32')).join(), new RegExp(`^${at}: offDays.+day`));
    assert.match(found(changed('2026-10-03', '2026-10-01T')).join(), new RegExp(`^${at}: `));
    assert.match(
      found(changed('2026-10-03', '2027-10-03')).join(),
      new RegExp(`${at}: 2027-10-03 is outside`),
    );
    const last = soundText.lastIndexOf('"2026-10-10"');
    const monday = `${soundText.slice(0, last)}"2026-10-12"${soundText.slice(last + 12)}`;
    assert.match(
      found(monday).join(),
      new RegExp(`^${lineOf(day('2026-10-10'))}: 2026-10-12 is not a weekend day`),
    );
    const swapped = soundText
      .replace('"day": "2026-10-03"', '"day": "X"')
      .replace('"day": "2026-10-04"', '"day": "2026-10-03"')
      .replace('"day": "X"', '"day": "2026-10-04"');
    assert.match(found(swapped).join(), new RegExp(`^${at + 1}: 2026-10-03 must come after`));
    const both = soundText.replace('"day": "2026-09-20"', '"day": "2026-10-03"');
    assert.match(found(both).join(), /2026-10-03 is listed twice, or as a day off and a make-up day/);
  });

  it('misses a year whose days off are missing, and hours that overlap', () => {
    const without = soundText.replace(/^.*"day": "2025-\d\d-\d\d".*\n/gm, '');
    assert.match(found(without).join(), /2025 is published but has only \d+ days off/);
    const overlap = soundText.replace('"13:30"', '"11:30"');
    const second = lineOf('"from": "11:30"', overlap) - 1;
    assert.deepEqual(found(overlap), [`${second}: the business hours must ascend and must not overlap`]);
  });

  it('names the line of what is no JSON, and of a key that stands twice', () => {
    const broken = soundText.replace('"version": 1,', '"version" 1,');
    assert.equal(calendarFileProblems(broken)[0]?.line, 3);
    const twice = soundText.replace('"version": 1,', '"version": 1,\n  "version": 2,');
    assert.equal(calendarFileProblems(twice)[0]?.line, 4);
    assert.match(found('[]').join(), /^1: /);
  });
});
