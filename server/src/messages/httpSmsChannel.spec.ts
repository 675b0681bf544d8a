import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { HttpSmsChannel } from './httpSmsChannel.ts';
import { MessageRefused } from './messageChannel.ts';

const message = { id: 'm-1', to: '13800000001', title: '登录验证码', text: '验证码 012345' };

describe('text messages through an HTTP gateway', () => {
  let gateway: Server;
  let channel: HttpSmsChannel;
  let status = 200;
  const got: { headers: IncomingHttpHeaders; body: unknown }[] = [];

  before(async () => {
    gateway = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      got.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const { port } = gateway.address() as AddressInfo;
    channel = new HttpSmsChannel({ url: `http://127.0.0.1:${port}/sms`, token: 'secret' });
  });
  after(() => gateway.close());

  it('hand over recipient and text under an id that makes them one', async () => {
    status = 202;
    await channel.send(message);
    const [{ headers, body } = { headers: {}, body: {} }] = got;
    assert.deepEqual(body, { id: 'm-1', to: '13800000001', text: '验证码 012345' });
    assert.equal(headers['idempotency-key'], 'm-1');
    assert.equal(headers.authorization, 'Bearer secret');
  });

  it('are tried again when the gateway is in trouble, and given up when it refuses them', async () => {
    for (const trouble of [500, 503, 429, 401]) {
      status = trouble;
      await assert.rejects(channel.send(message), (error) => !(error instanceof MessageRefused));
    }
    for (const refused of [400, 422]) {
      status = refused;
      await assert.rejects(channel.send(message), MessageRefused);
    }
  });

  it('tell nobody the recipient when they fail', async () => {
    status = 500;
    await assert.rejects(
      channel.send(message),
      (error) => error instanceof Error && !error.message.includes(message.to),
    );
  });
});
