import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { agentTransport } from './agentTransport.ts';
import { DeviceError } from './deviceBridge.ts';
import { bridgeOver } from './deviceProtocol.ts';

describe('the device agent', () => {
  let agent: Server;
  let address: string;
  /** What it answers next. */
  let answer: { status: number; body: string };
  const asked: string[] = [];

  before(async () => {
    agent = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => agent.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(agent.address() as AddressInfo).port}`;
  });
  after(() => {
    agent.close();
  });

  const faultOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'none',
      (error: unknown) => (error instanceof DeviceError ? `${error.device} ${error.fault}` : String(error)),
    );

  it('reads a card, in capital letters', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({ idType: '111', name: ' A B ', number: '1101051949123100 2x'.replace(' ', '') }),
    };
    assert.deepEqual(await bridgeOver(agentTransport(address)).readCard(), {
      idType: '111',
      name: 'A B',
      number: '11010519491231002X',
    });
    assert.deepEqual(asked, ['POST /v1/card.read']);
  });

  it('tells what is wrong with a device, and takes no answer that is not of the protocol', async () => {
    const bridge = bridgeOver(agentTransport(address));
    for (const [status, body, fault] of [
      [404, '{}', 'cardReader absent'],
      [409, '{}', 'cardReader busy'],
      [499, '{}', 'cardReader cancelled'],
      [500, 'driver crashed', 'cardReader failed'],
      [200, 'no json', 'cardReader failed'],
      [200, '{"name": 7}', 'cardReader failed'],
    ] as const) {
      answer = { status, body };
      assert.equal(await faultOf(bridge.readCard()), fault);
    }
    answer = { status: 200, body: '{"pages": [{"mediaType": "text/html", "data": "PGI+"}]}' };
    assert.equal(await faultOf(bridge.scan()), 'scanner failed');
  });

  it('is absent where nobody listens', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const bridge = bridgeOver(agentTransport(`http://127.0.0.1:${port}`));
    assert.equal(await faultOf(bridge.photograph()), 'camera absent');
  });
});
