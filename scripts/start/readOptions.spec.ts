import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOptions } from './readOptions.ts';

describe('npm start', () => {
  test('starts Camunda unless the option or the variable names another engine, the option first', () => {
    assert.equal(readOptions([], {}).engine, 'camunda');
    assert.equal(readOptions([], { ENGINE: '' }).engine, 'camunda');
    assert.equal(readOptions([], { ENGINE: 'operaton' }).engine, 'operaton');
    assert.equal(readOptions(['--engine', 'operaton'], {}).engine, 'operaton');
    assert.equal(
      readOptions(['--no-system-packages', '--engine=camunda'], { ENGINE: 'operaton' }).engine,
      'camunda',
    );
  });

  test('refuses an engine or an option that it does not know, naming what there is', () => {
    assert.throws(() => readOptions(['--engine', 'flowable'], {}), /flowable.*camunda or operaton/);
    assert.throws(() => readOptions([], { ENGINE: 'zeebe' }), /zeebe/);
    assert.throws(() => readOptions(['--engine'], {}), /Unknown option --engine/);
    assert.throws(() => readOptions(['--fast'], {}), /Unknown option --fast/);
  });
});
