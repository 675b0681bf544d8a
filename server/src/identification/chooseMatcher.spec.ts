import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { chooseMatcher } from './chooseMatcher.ts';

describe('the service that compares faces', () => {
  let service: Server;
  let url: string;
  let answer: { status: number; body: string };
  const asked: { authorization: string | undefined; body: unknown }[] = [];

  before(async () => {
    service = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked.push({
          authorization: request.headers.authorization,
          body: JSON.parse(Buffer.concat(chunks).toString()),
        });
        response.writeHead(answer.status).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/match`;
  });
  after(() => {
    service.close();
  });

  const pictures = { card: Buffer.from('card'), live: Buffer.from('live') };

  it('is asked with both pictures and answers a score', async () => {
    answer = { status: 200, body: '{"score": 0.91}' };
    const matcher = chooseMatcher({ MATCH_SERVICE: 'http', MATCH_URL: url, MATCH_TOKEN: 'secret' });
    assert.deepEqual(await matcher?.compare(pictures), { score: 0.91 });
    assert.deepEqual(asked, [
      { authorization: 'Bearer secret', body: { card: 'Y2FyZA==', live: 'bGl2ZQ==' } },
    ]);
  });

  it('is not believed when its answer is none', async () => {
    const matcher = chooseMatcher({ MATCH_SERVICE: 'http', MATCH_URL: url, MATCH_TOKEN: undefined });
    for (const wrong of [
      { status: 503, body: '' },
      { status: 200, body: 'yes' },
      { status: 200, body: '{"score": 80}' },
    ]) {
      answer = wrong;
      await assert.rejects(async () => matcher?.compare(pictures));
    }
  });

  it('is nobody where none is configured, and needs an address', () => {
    const none = { MATCH_URL: undefined, MATCH_TOKEN: undefined };
    assert.equal(chooseMatcher({ MATCH_SERVICE: 'none', ...none }), undefined);
    assert.throws(() => chooseMatcher({ MATCH_SERVICE: 'http', ...none }), /MATCH_URL/);
  });
});
