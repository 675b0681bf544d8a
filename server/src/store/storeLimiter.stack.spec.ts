import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../errors/appError.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';
import { storeLimiter } from './storeLimiter.ts';

describe('a limiter that counts in the store', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ workers: false, packs: [] });
  });
  after(() => server.close());

  const limiter = (points: number) =>
    storeLimiter({
      client: server.app.connection.getClient(),
      database: server.app.connection.name,
      collection: 'attemptsOfSpec',
      points,
      duration: 600,
    });

  it('counts every one of those who begin at the same moment, and answers each of them', async () => {
    const copies = [limiter(8), limiter(8)];
    for (let round = 0; round < 25; round += 1) {
      const key = `together-${round}`;
      await Promise.all(
        Array.from({ length: 8 }, (_, at) => copies[at % 2]?.consume(key, 'tooManyBookings')),
      );
      await assert.rejects(
        limiter(8).consume(key, 'tooManyBookings'),
        (error) =>
          error instanceof AppError && error.code === 'tooManyBookings' && error.params?.['minutes'] === 10,
      );
    }
  });

  it('counts failures without refusing, until they are forgotten', async () => {
    const two = limiter(2);
    await Promise.all([two.penalty('wrong'), two.penalty('wrong'), two.penalty('wrong')]);
    assert.equal(await two.minutesBarred('wrong'), 10);
    await two.delete('wrong');
    assert.equal(await two.minutesBarred('wrong'), undefined);
  });
});
