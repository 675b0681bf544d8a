import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { describe, it } from 'node:test';
import type { Request, Response } from 'express';
import { ServerLoad } from './serverLoad.ts';

describe('the load of a server copy', () => {
  const arrive = (load: ServerLoad) => {
    const response = Object.assign(new EventEmitter(), { flushHeaders: () => undefined });
    load.handler()({} as Request, response as unknown as Response, () => undefined);
    return response;
  };

  it('is quiet before the first request, not while one is answered, and only some time after the last', () => {
    const load = new ServerLoad();
    assert.ok(load.isQuiet(200));
    const [one, other] = [arrive(load), arrive(load)];
    one.emit('close');
    assert.ok(!load.isQuiet(0));
    other.emit('close');
    assert.ok(load.isQuiet(0));
    assert.ok(!load.isQuiet(60_000));
  });

  it('does not count a stream of events once its head is sent', () => {
    const load = new ServerLoad();
    const stream = arrive(load);
    stream.flushHeaders();
    assert.ok(load.isQuiet(0));
    stream.emit('close');
    assert.ok(load.isQuiet(0));
    arrive(load);
    assert.ok(!load.isQuiet(0));
  });
});
