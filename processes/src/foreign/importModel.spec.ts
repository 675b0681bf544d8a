import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { adaptToPack } from './adaptToPack.ts';
import { decodeXml } from './decodeXml.ts';
import { listForeignModels } from './foreignModels.ts';
import { inspectModel } from './inspectModel.ts';
import { scanXml } from './scanXml.ts';
import { XmlRefused } from './XmlRefused.ts';

const bytesOf = (name: string) => readFileSync(new URL(`../../fixtures/foreign/${name}`, import.meta.url));
const plain = bytesOf('default-namespace.bpmn').toString('utf8');

/** Text in UTF-16 with its mark of byte order. */
function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('a model in another encoding', () => {
  const declared = (encoding: string) => plain.replace("encoding='UTF-8'", `encoding='${encoding}'`);

  for (const [name, bytes] of [
    ['UTF-16LE', utf16(declared('UTF-16'), false)],
    ['UTF-16BE', utf16(declared('UTF-16'), true)],
  ] as const) {
    it(`${name} is taken in without losing a character, its declaration says UTF-8`, async () => {
      const model = await inspectModel(bytes);
      assert.equal(model.text, plain);
      assert.equal(model.notes[0]?.code, 'encodingConverted');
    });
  }

  it('GBK is read as GBK', () => {
    // given 审查 in GBK
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GBK"?><a n="'),
      Buffer.from([0xc9, 0xf3, 0xb2, 0xe9]),
      Buffer.from('"/>'),
    ]);
    assert.deepEqual(decodeXml(bytes), {
      text: '<?xml version="1.0" encoding="UTF-8"?><a n="审查"/>',
      encoding: 'gbk',
      converted: true,
    });
  });

  it('UTF-8 keeps its mark of byte order and its line ends', async () => {
    const text = `\uFEFF${plain.replaceAll('\n', '\r\n')}`;
    assert.equal((await inspectModel(Buffer.from(text))).text, text);
  });

  it('is refused where a character would be lost, or where nobody knows the encoding', async () => {
    const broken = Buffer.concat([Buffer.from('<a n="'), Buffer.from([0xc9, 0xf3]), Buffer.from('"/>')]);
    for (const [bytes, code] of [
      [broken, 'encodingBroken'],
      [Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>'), 'encodingUnknown'],
    ] as const) {
      const { text, notes } = await inspectModel(bytes);
      assert.equal(text, null);
      assert.equal(notes[0]?.code, `unreadable/${code}`);
      assert.match(notes[0]?.zh ?? '', /编码/);
    }
  });
});

describe('a model with spaces around “=”', () => {
  it('is taken in without them: the readers of the designer would lose the attribute', async () => {
    const model = await inspectModel(
      Buffer.from(plain.replace('isExecutable="true"', 'isExecutable = "true"')),
    );
    assert.equal(model.text, plain);
    assert.equal(model.notes[0]?.code, 'spacesAdapted');
  });
});

describe('a hostile file', () => {
  const rows: readonly [string, string, string][] = [
    ['external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['bomb of entities', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>', 'doctype'],
    ['entity without a DTD', '<a>&nbsp;</a>', 'entity'],
    ['character that XML forbids', '<a>&#0;</a>', 'entity'],
    ['nesting without end', '<a>'.repeat(5000), 'tooDeep'],
    ['tag that is not closed', '<a><b></a>', 'notWellFormed'],
    ['second root', '<a/><b/>', 'notWellFormed'],
    ['prefix that is not declared', '<x:a/>', 'notWellFormed'],
    ['attribute twice', '<a b="1" b="2"/>', 'notWellFormed'],
    ['no XML at all', 'PK\u0003\u0004', 'notWellFormed'],
    ['nothing', '', 'notWellFormed'],
  ];
  for (const [what, text, code] of rows) {
    it(`with ${what} is refused in words`, async () => {
      const model = await inspectModel(Buffer.from(text));
      assert.equal(model.text, null);
      assert.equal(model.notes[0]?.code, `unreadable/${code}`);
      assert.match(model.notes[0]?.zh ?? '', /\p{Script=Han}/u);
    });
  }

  it('beyond the limits of size and of elements is refused at once', () => {
    const refusedWith = (code: string) => (error: unknown) =>
      error instanceof XmlRefused && error.code === code;
    assert.throws(() => scanXml(`<a>${'<b/>'.repeat(300_000)}</a>`), refusedWith('tooMany'));
    assert.throws(() => decodeXml(new Uint8Array(33 * 1024 * 1024)), refusedWith('tooLarge'));
  });

  it('is told from a merely large one: 5,000 tasks are read in seconds', async () => {
    const tasks = Array.from({ length: 5000 }, (_, at) => `<userTask id="t${at}" name="任务 ${at}"/>`).join(
      '\n',
    );
    const shapes = Array.from(
      { length: 5000 },
      (_, at) =>
        `<bpmndi:BPMNShape id="s${at}" bpmnElement="t${at}"><omgdc:Bounds x="${at * 120}" y="10" width="100" height="80"/></bpmndi:BPMNShape>`,
    ).join('\n');
    const text = plain
      .replace('<endEvent id="good">', `${tasks}<endEvent id="good">`)
      .replace('</bpmndi:BPMNPlane>', `${shapes}</bpmndi:BPMNPlane>`);
    const begin = performance.now();
    const model = await inspectModel(Buffer.from(text));
    assert.equal(model.text, text);
    assert.ok(performance.now() - begin < 20_000);
  });
});

describe('what is found in a foreign model', () => {
  const notesOf = async (name: string) => (await inspectModel(bytesOf(name))).notes;
  const codes = (notes: readonly { code: string; element?: string | undefined }[]) =>
    notes.map(({ code, element }) => `${code} ${element ?? ''}`.trim());

  it('names forms of Camunda and where they stand', async () => {
    const notes = (await notesOf('runs-code.bpmn')).filter(({ code }) => code === 'formReference');
    assert.deepEqual(codes(notes), ['formReference billIn', 'formReference approveBill']);
    assert.match(notes[0]?.zh ?? '', /嵌入式表单“embedded:app:forms\/start.html”/);
    assert.match(notes[1]?.zh ?? '', /Camunda 表单/);
  });

  it('says that a model for Camunda 8 keeps its settings without effect', async () => {
    const notes = await notesOf('camunda-8.bpmn');
    assert.ok(notes.some(({ code, zh }) => code === 'otherPlatform' && zh.includes('Camunda Cloud 8.6.0')));
    assert.ok(notes.some(({ code, zh }) => code === 'foreignExtension' && zh.includes('“zeebe”')));
  });

  it('counts vendor parts, pools, diagrams and what BPMN does not know', async () => {
    const found = await notesOf('two-pools.bpmn');
    const list = codes(found);
    for (const expected of ['severalProcesses', 'severalDiagrams', 'foreignExtension'])
      assert.ok(list.includes(expected), `${expected} in ${list.join(', ')}`);
    assert.ok(found.some(({ code, zh }) => code === 'foreignExtension' && zh.includes('urn:vendor:modeler')));
  });

  it('refuses a case model and a page by name; processes without a diagram are to be laid out', async () => {
    const rows: readonly [string, string][] = [
      ['<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL"/>', 'caseModel'],
      ['<html/>', 'notBpmn'],
    ];
    for (const [text, code] of rows)
      assert.equal((await inspectModel(Buffer.from(text))).notes[0]?.code, code);
    const bare = (text: string) =>
      Buffer.from(text.replace(/<(\w+:)?BPMNDiagram[\s\S]*<\/\1BPMNDiagram>/, ''));
    const pools = await inspectModel(bare(bytesOf('two-pools.bpmn').toString('utf8')));
    assert.ok(pools.text);
    assert.ok(pools.notes.some(({ code, level }) => code === 'noDiagramOfPools' && level === 'adapted'));
    const one = await inspectModel(bare(plain));
    assert.equal(one.text, bare(plain).toString('utf8'));
    assert.ok(one.notes.some(({ code, level }) => code === 'noDiagram' && level === 'adapted'));
  });

  for (const { name, bytes } of listForeignModels()) {
    it(`${name}: opens, every note in both languages`, async () => {
      const { kind, text, notes } = await inspectModel(bytes);
      assert.equal(kind, 'bpmn');
      assert.ok(text);
      for (const { zh, en } of notes) {
        assert.match(zh, /\p{Script=Han}/u);
        assert.match(en, /[A-Za-z]{2}/);
        assert.doesNotMatch(
          zh + en,
          /(?<![$#])\{(name|line|count|problem|prefix|namespace|reference|kind|tool)\}/,
        );
      }
    });
  }
});

describe('adaptToPack', () => {
  it('gives the process the code of the pack and changes nothing else', async () => {
    const { text, notes } = await adaptToPack(plain, 'acme-review');
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['processIdAdapted', 'historyAdapted'],
    );
    assert.equal(
      text,
      plain
        .replace("id='acmeReview'", "id='acme-review'")
        .replace('&quot;" >', '&quot;" camunda:historyTimeToLive="P180D" >')
        .replace('bpmnElement="acmeReview"', 'bpmnElement="acme-review"'),
    );
  });

  it('is not needed twice', async () => {
    const { text } = await adaptToPack(plain, 'acme-review');
    assert.deepEqual(await adaptToPack(text, 'acme-review'), { text, notes: [] });
  });

  it('leaves a file with several processes alone', async () => {
    const two = bytesOf('two-pools.bpmn').toString('utf8');
    assert.deepEqual(await adaptToPack(two, 'any-pack'), { text: two, notes: [] });
  });
});
