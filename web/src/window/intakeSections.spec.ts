import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editOf, emptyAgent, emptyApplicant, type IntakeValues, sectionOfError } from './intakeSections.ts';

const values: IntakeValues = {
  applicant: { ...emptyApplicant, name: ' 张三 ', idNumber: '11010519491231002X' },
  agent: null,
  area: { town: 't005', village: '' },
  licenseId: '',
  memberLicenses: {},
  formData: { a: 1 },
};

describe('saving a draft part by part', () => {
  it('sends a person once name and number are there, without blanks', () => {
    assert.deepEqual(editOf('applicant', values), {
      applicant: { kind: 'natural', name: '张三', idType: '111', idNumber: '11010519491231002X' },
    });
    assert.equal(
      editOf('applicant', { ...values, applicant: { ...emptyApplicant, name: '张三' } }),
      undefined,
    );
  });

  it('removes the agent with null and waits for an incomplete one', () => {
    assert.deepEqual(editOf('agent', values), { agent: null });
    assert.equal(editOf('agent', { ...values, agent: emptyAgent }), undefined);
  });

  it('leaves an unchosen village out', () => {
    assert.deepEqual(editOf('area', values), { area: { town: 't005' } });
  });
});

describe('an error of the server', () => {
  it('is shown at the part it belongs to', () => {
    assert.equal(sectionOfError({ path: 'applicant.idNumber', message: '' }), 'applicant');
    assert.equal(sectionOfError({ pointer: '/agent/idNumber', message: '' }), 'agent');
    assert.equal(sectionOfError({ pointer: '/materials/idCard', message: '' }), 'materials');
    assert.equal(sectionOfError({ path: 'premisesArea', message: '' }), 'formData');
    assert.equal(sectionOfError({ path: 'memberLicenses.scjg-food', message: '' }), 'memberLicenses');
    assert.equal(sectionOfError({ path: 'agent.name', message: '' }, 'formInvalid'), 'formData');
  });
});
