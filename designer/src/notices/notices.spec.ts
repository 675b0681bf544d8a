import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticePlaceholders, placeholdersOf } from '@onewindow/processes/choices';
import { readYamlMap } from '../model/yamlEdit.ts';
import { newNotice, noticeKinds, noticePath } from './newNotice.ts';
import { noticeTexts } from './noticeTexts.ts';

describe('notices', () => {
  it('begin sound: both languages, known placeholders only', () => {
    for (const kind of noticeKinds) {
      const { title, body, channels } = readYamlMap(newNotice(kind)) as {
        title: Record<string, string>;
        body: Record<string, string>;
        channels: string[];
      };
      assert.deepEqual(channels, ['inApp', 'sms']);
      for (const text of [title, body])
        for (const language of ['zh-CN', 'en'])
          for (const name of placeholdersOf(text[language] ?? '{{missing}}'))
            assert.ok((noticePlaceholders as readonly string[]).includes(name), `${kind}: ${name}`);
    }
  });

  it('get a free name', () => {
    assert.equal(
      noticePath('granted', ['notices/granted.yaml', 'notices/granted2.yaml']),
      'notices/granted3.yaml',
    );
  });

  it('every placeholder has a name and a sample in both languages', () => {
    for (const { placeholders, samples } of Object.values(noticeTexts)) {
      assert.deepEqual(Object.keys(placeholders).sort(), [...noticePlaceholders].sort());
      assert.deepEqual(Object.keys(samples).sort(), [...noticePlaceholders].sort());
      assert.equal(new Set(Object.values(placeholders)).size, noticePlaceholders.length);
    }
  });
});
