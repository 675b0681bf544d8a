import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { packJsonSchema } from '../schema/packJsonSchema.ts';
import { parseSource } from '../schema/sourceSchema.ts';
import { contentHash } from './contentHash.ts';
import { PackError } from './PackError.ts';
import { parsePack } from './parsePack.ts';
import { fillPlaceholders, readNotice } from './readNotice.ts';
import { listSeedPacks } from './readPackFolder.ts';

const seeds = await listSeedPacks();
const food = seeds.find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};

describe('seed packs', () => {
  it('are each under their own code, the two of the demonstration among them', () => {
    const codes = seeds.map(({ packCode }) => packCode);
    for (const code of ['mzj-elderly-subsidy', 'scjg-food']) assert.ok(codes.includes(code), code);
    assert.equal(new Set(codes).size, codes.length);
    for (const { packCode, files } of seeds) assert.equal(parsePack(files).packCode, packCode);
  });

  it('say the limits of the reference items', () => {
    // given the food license
    const { limits, operations } = parsePack(food);
    // then 10 working days by law, 8 promised, 5 more by extension, 5 to deliver; renewal is deemed granted
    assert.deepEqual(limits.promised, { value: 8, unit: 'workday' });
    assert.deepEqual({ ...limits.statutory, cite: '' }, { value: 10, unit: 'workday', cite: '' });
    assert.deepEqual(limits.extension?.maximum, { value: 5, unit: 'workday' });
    assert.equal(operations.find(({ key }) => key === 'renew')?.deemedRenewal, true);
  });

  it('send no personal data to the engine', () => {
    const personal = /name|id$|idNumber|phone|address|account|card|income|category/i;
    for (const { files } of seeds) {
      const { intakeVariables, steps } = parsePack(files);
      const variables = [...intakeVariables, ...Object.values(steps).flatMap((step) => step.variables)];
      for (const { name } of variables) assert.doesNotMatch(name, personal);
    }
  });
});

describe('parsePack', () => {
  it('names every wrong place in both languages', () => {
    // given two faults
    const text = (food['pack.yaml'] ?? '')
      .replace('kind: approval', 'kind: 3')
      .replace('promised: 8 workday', 'promised: soon');
    // when
    const read = () => parsePack({ ...food, 'pack.yaml': text });
    // then
    assert.throws(read, (error: unknown) => {
      assert.ok(error instanceof PackError);
      assert.deepEqual(
        error.problems.map(({ path }) => path),
        ['kind', 'limits.promised'],
      );
      assert.match(error.userMessage['zh-CN'], /办事包无法读取/);
      return true;
    });
  });

  it('says the line of broken YAML and refuses a bomb of aliases', () => {
    const broken = () => parsePack({ 'pack.yaml': 'a: 1\nb: [' });
    assert.throws(broken, /pack.yaml 2: line 2|pack.yaml 3: line 3/);
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'.charAt(at)}`)}]`),
    ];
    assert.throws(() => parsePack({ 'pack.yaml': bomb.join('\n') }), PackError);
  });

  it('says so when there is no pack.yaml', () => {
    assert.throws(() => parsePack({}), /the file is missing/);
  });
});

describe('contentHash', () => {
  it('does not depend on the order of the files or on line ends', () => {
    assert.equal(contentHash({ b: '2\n', a: '1' }), contentHash({ a: '1', b: '2\r\n' }));
  });

  it('differs whenever a path or a text differs', () => {
    const hashes = [{ a: '1' }, { a: '2' }, { b: '1' }, { a: '1', b: '' }, { a1: '' }, { a: '', 1: '' }].map(
      contentHash,
    );
    assert.equal(new Set(hashes).size, hashes.length);
  });
});

describe('notices', () => {
  it('are filled with what the case gives, and with nothing else', () => {
    const { body } = readNotice(food, 'granted');
    const text = fillPlaceholders(body['zh-CN'], { caseNo: '110115', applicantName: '某店{{caseNo}}' });
    assert.match(text, /受理编号 110115/);
    assert.match(text, /某店\{\{caseNo\}\}/);
    assert.doesNotMatch(text, /\{\{decidedDay\}\}/);
  });
});

describe('sources', () => {
  it('are taken apart', () => {
    assert.deepEqual(parseSource('step.decide:/reason'), {
      origin: 'step',
      step: 'decide',
      pointer: '/reason',
    });
    assert.deepEqual(parseSource('intake:/a/b'), { origin: 'intake', step: null, pointer: '/a/b' });
    assert.throws(() => parseSource('wherever'), RangeError);
  });
});

describe('pack.schema.json', () => {
  it('is what the schema generates (npm run generate)', () => {
    const committed: unknown = JSON.parse(
      readFileSync(new URL('../../pack.schema.json', import.meta.url), 'utf8'),
    );
    assert.deepEqual(committed, JSON.parse(JSON.stringify(packJsonSchema())));
  });
});
