import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../model/packFiles.ts';
import { groupFindings } from './groupFindings.ts';
import { placeOf } from './placeOf.ts';

const finding = (code: string, more: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'error',
  file: 'pack.yaml',
  zh: code,
  en: code,
  ...more,
});

describe('placeOf', () => {
  it('leads to the tab and the field', () => {
    assert.deepEqual(placeOf(finding('promisedTooLate', { path: 'limits.variants.0.promised' })), {
      tab: 'limits',
      at: 'limits.variants.0.promised',
    });
    assert.deepEqual(placeOf(finding('promisedTooLate', { path: 'operations.1.limits.promised' })), {
      tab: 'limits',
      at: 'operations.1.limits.promised',
    });
    assert.deepEqual(placeOf(finding('materialUnused', { params: { name: 'plan' } })), {
      tab: 'materials',
      at: 'materials.plan',
    });
    assert.deepEqual(placeOf(finding('departmentUnknown', { params: { name: 'x' } })), {
      tab: 'item',
      at: 'department',
    });
    assert.deepEqual(
      placeOf(
        finding('placeholderUnknown', { params: { name: 'documents.grantDecision', placeholder: 'x' } }),
      ),
      {
        tab: 'notices',
        at: 'documents.grantDecision',
      },
    );
    assert.deepEqual(placeOf(finding('manifestInvalid', { file: 'notices/a.yaml', path: 'title' })), {
      tab: 'notices',
      at: 'notices/a.yaml',
    });
    assert.deepEqual(
      placeOf(finding('licenseFieldUnbound', { file: 'license.yaml', params: { field: 'a' } })),
      {
        tab: 'license',
        at: 'license.fields.a',
      },
    );
    assert.deepEqual(placeOf(finding('manifestInvalid', { path: 'dispatch.sources.0.key' })), {
      tab: 'rules',
      at: 'dispatch.sources.0.key',
    });
    assert.deepEqual(placeOf(finding('manifestInvalid', { path: 'schemaVersion' })), { tab: 'files' });
    assert.deepEqual(placeOf(finding('constructor')), { tab: 'files' });
  });
});

describe('groupFindings', () => {
  it('errors first, then by tab in the order of the tabs', () => {
    const groups = groupFindings([
      finding('fileUnused', { severity: 'warning', file: 'forms/a.json' }),
      finding('promisedTooLate', { path: 'limits.promised' }),
      finding('nodeStuck', { file: 'process.bpmn', element: 'a' }),
      finding('statutoryNotCited', { path: 'limits.statutory' }),
    ]);
    assert.deepEqual(
      groups.map(({ severity, tab, findings }) => [severity, tab, findings.map(({ code }) => code)]),
      [
        ['error', 'process', ['nodeStuck']],
        ['error', 'limits', ['promisedTooLate', 'statutoryNotCited']],
        ['warning', 'forms', ['fileUnused']],
      ],
    );
  });
});
