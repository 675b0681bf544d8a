import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenTransport, type DeviceChoice } from './chosenTransport.ts';

describe('where the devices are', () => {
  it('what is asked before the configuration has come waits for it', async (t) => {
    const asked: string[] = [];
    t.mock.method(globalThis, 'fetch', async (address: string) => {
      asked.push(address);
      return new Response('{"name":"张秀英"}');
    });
    let come: (choice: DeviceChoice) => void = () => undefined;
    const choice = new Promise<DeviceChoice>((resolve) => {
      come = resolve;
    });
    const reply = chosenTransport(() => choice)('card.read', {});
    assert.deepEqual(asked, []);
    come({ agent: 'http://127.0.0.1:18380', simulator: false });
    assert.deepEqual(await reply, { ok: true, result: { name: '张秀英' } });
    assert.deepEqual(asked, ['http://127.0.0.1:18380/v1/card.read']);
  });

  it('a window that has none, or whose configuration cannot be read, has no device', async () => {
    const none = { ok: false, fault: 'absent' };
    assert.deepEqual(
      await chosenTransport(async () => ({ agent: null, simulator: false }))('card.read', {}),
      none,
    );
    assert.deepEqual(
      await chosenTransport(() => Promise.reject(new Error('offline')))('card.read', {}),
      none,
    );
  });
});
