import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DeviceError, type DeviceFault } from './deviceBridge.ts';
import { printOn } from './printOn.ts';

const document = { name: 'receipt.pdf', pdf: new Blob(['%PDF-1.4']) };

describe('printing at the window', () => {
  for (const fault of ['absent', 'busy', 'cancelled', 'failed'] satisfies DeviceFault[])
    it(`goes through the browser when the printer is ${fault}, with the same document`, async () => {
      const printed: Blob[] = [];
      const bridge = { print: () => Promise.reject(new DeviceError('printer', fault)) };
      await printOn(bridge, document, (pdf) => printed.push(pdf));
      assert.deepEqual(printed, [document.pdf]);
    });

  it('stays with the printer when there is one, and sends it the whole document', async () => {
    const sent: unknown[] = [];
    const bridge = { print: async (one: unknown) => void sent.push(one) };
    await printOn(bridge, document, () => assert.fail('printed twice'));
    assert.deepEqual(sent, [document]);
  });

  it('hides no other error', async () => {
    const broken = { print: () => Promise.reject(new TypeError('our own mistake')) };
    await assert.rejects(
      printOn(broken, document, () => undefined),
      TypeError,
    );
  });
});
