import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { certificatesOfPem, statutoryTemplate, verifyPdf } from '@onewindow/signing';
import pino from 'pino';
import { chooseSealOffice } from '../documents/chooseSealOffice.ts';
import { systemTime } from '../time/timeSource.ts';
import { drawInProcess } from './drawInProcess.ts';
import type { DocumentOrder } from './drawingRoom.ts';

const receipt = (number: string): DocumentOrder => ({
  template: statutoryTemplate('receipt'),
  data: {
    number,
    body: { name: '北京市大兴区市场监督管理局', uscc: '11110115000000147H' },
    issuedDay: '2026-11-23',
    qr: { text: 'http://127.0.0.1/progress/x', caption: '扫码查询办理进度' },
    values: {
      applicantName: '示例餐饮有限公司',
      itemName: '食品经营许可',
      operationName: '新办',
      caseNo: number,
      receivedAt: '2026年11月23日 10:05',
      acceptanceDueDay: '2026年11月30日',
      windowName: '大兴区政务服务中心 3 号综合窗口',
      clerkName: '李敏',
      materials: [{ name: '营业执照', source: '证照库调取', status: '免提交' }],
      remark: '',
    },
  },
  issuedAt: new Date('2026-11-23T02:00:00Z'),
  signingTime: systemTime.now(),
});

describe('the drawing process', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-drawing-'));
  const seals = {
    DEV_AUTHORITY: true,
    DATA_DIR: directory,
    SEALS_DIR: undefined,
    SEALS_PASSPHRASE: undefined,
    TRUST_ROOTS: undefined,
    TSA_URL: undefined,
  };
  const room = drawInProcess(pino({ level: 'silent' }), seals);
  after(async () => {
    await room.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('draws and seals as the server itself would, at a lower priority and without its secrets', async () => {
    process.env['FIELD_KEY_OF_THIS_TEST'] = 'secret';
    const pdf = await room.document(receipt('1'));
    const office = await chooseSealOffice(seals, systemTime);
    const verdict = await verifyPdf({
      pdf,
      trustedRoots: certificatesOfPem(office.trustedRoots.join('\n')),
      now: systemTime.now(),
    });
    assert.equal(verdict.verdict, 'trusted');
    const pid = Number(room.pid());
    assert.ok(getPriority(pid) > getPriority(process.pid));
    if (process.platform === 'linux')
      assert.ok(!readFileSync(`/proc/${pid}/environ`, 'utf8').includes('FIELD_KEY_OF_THIS_TEST'));
  });

  it('tells why a drawing failed, and goes on', async () => {
    const spoiled = { ...receipt('2'), template: {} as DocumentOrder['template'] };
    await assert.rejects(room.document(spoiled), Error);
    assert.ok((await room.document(receipt('3'))).subarray(0, 5).equals(Buffer.from('%PDF-')));
  });

  it('fails what it was drawing when it is killed, and is started again for the next order', async () => {
    const lost = room.document(receipt('4'));
    process.kill(Number(room.pid()), 'SIGKILL');
    await assert.rejects(lost, /drawing process/);
    assert.ok((await room.document(receipt('5'))).length > 1000);
  });
});
