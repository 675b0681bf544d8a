import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar, parseLimit } from '@onewindow/clocks';
import type { WatchedLicense } from './licenseLapse.ts';
import { takePayments } from './linesOf.ts';
import type { EntitlementDocument } from './model.ts';
import { type Happening, lookAt, type SuspensionRule } from './suspensionRules.ts';

const byLicense: SuspensionRule = {
  key: 'certificateExpired',
  name: { 'zh-CN': '残疾人证到期', en: 'Certificate expired' },
  because: { license: 'disabilityCertificate', becomes: 'expired' },
  noticeBefore: parseLimit('30 day'),
  notice: 'suspensionAhead',
  from: 'nextPeriod',
  resume: { when: 'renewed', arrears: true, maximum: parseLimit('12 month') },
  endsAfter: parseLimit('24 month'),
};
const byCheck: SuspensionRule = {
  ...byLicense,
  key: 'notVerified',
  because: { check: 'annual' },
  noticeBefore: parseLimit('10 day'),
  resume: { when: 'checked', arrears: true },
};

function entitlement(): EntitlementDocument {
  return {
    _id: 'e',
    schemaVersion: 1,
    tenant: '110115',
    caseId: 'c',
    caseNo: '1',
    decisionNo: 1,
    packCode: 'p',
    packVersion: 1,
    itemName: { 'zh-CN': '', en: '' },
    departmentId: 'mzj',
    holderIndex: 'h',
    holderMasked: '李**',
    amountFen: 40_000,
    periodKind: 'month',
    sealedRow: '',
    state: 'running',
    begunAt: new Date('2026-11-25T10:00:00+08:00'),
    firstPeriod: '2026-12',
    nextPeriod: '2026-12',
    dueFrom: '2026-12',
    held: [],
    owed: [],
    suspensions: [],
    heard: [],
    version: 1,
  };
}

/** Lives through looks and lists up to an instant, as the sweep does; tells what happened and what was paid. */
function live(
  subject: EntitlementDocument,
  rule: SuspensionRule,
  licenses: WatchedLicense[],
  events: { at: string; list?: string; license?: WatchedLicense; heard?: 'missed' | 'passed' }[],
): { happened: string[]; paid: Record<string, string[]> } {
  const happened: string[] = [];
  const paid: Record<string, string[]> = {};
  const look = (now: Date) => {
    const facts = {
      rules: [rule],
      licenses: new Map([['disabilityCertificate', licenses]]),
      calendar: defaultCalendar,
      closesOn: 20,
      now,
    };
    happened.push(...lookAt(subject, facts).map((one) => tell(one, now)));
  };
  look(subject.begunAt);
  for (const { at, list, license, heard } of events) {
    const now = new Date(at);
    for (let rounds = 0; subject.nextLookAt !== undefined && subject.nextLookAt <= now; rounds += 1) {
      assert.ok(rounds < 2000, 'looks without end');
      look(subject.nextLookAt);
    }
    if (license !== undefined) licenses.push(license);
    if (heard !== undefined) subject.heard.push({ check: 'annual', state: heard, at: now });
    if (license !== undefined || heard !== undefined) look(now);
    if (list !== undefined)
      paid[list] = takePayments(subject, list).map(({ kind, period }) => `${kind} ${period}`);
  }
  return { happened, paid };
}

function tell(one: Happening, now: Date): string {
  return `${now.toISOString().slice(0, 10)} ${one.type}`;
}

const old: WatchedLicense = { state: 'issued', validFrom: '2016-12-16', validTo: '2026-12-15' };

describe('the suspension of a benefit whose certificate expires', () => {
  it('is told 30 days ahead, takes effect from the next period, and resumes with arrears when it is renewed', () => {
    const subject = { ...entitlement(), begunAt: new Date('2026-11-01T10:00:00+08:00') };
    const { happened, paid } = live(
      subject,
      byLicense,
      [old],
      [
        { at: '2026-12-21T00:00:00+08:00', list: '2026-12' },
        { at: '2027-01-21T00:00:00+08:00', list: '2027-01' },
        { at: '2027-02-21T00:00:00+08:00', list: '2027-02' },
        {
          at: '2027-03-02T09:00:00+08:00',
          license: { state: 'issued', validFrom: '2027-03-01', validTo: '2037-02-28' },
        },
        { at: '2027-03-21T00:00:00+08:00', list: '2027-03' },
        { at: '2027-04-21T00:00:00+08:00', list: '2027-04' },
      ],
    );
    assert.deepEqual(happened, ['2026-11-15 announced', '2026-12-15 suspended', '2027-03-02 resumed']);
    assert.deepEqual(paid, {
      '2026-12': ['period 2026-12'],
      '2027-01': [],
      '2027-02': [],
      '2027-03': ['arrears 2027-01', 'arrears 2027-02', 'period 2027-03'],
      '2027-04': ['period 2027-04'],
    });
    assert.equal(subject.state, 'running');
    assert.equal(subject.nextLookAt?.toISOString(), '2037-01-29T16:00:00.000Z');
  });

  it('does not come when the certificate is renewed in time', () => {
    const subject = { ...entitlement(), begunAt: new Date('2026-11-01T10:00:00+08:00') };
    const { happened, paid } = live(
      subject,
      byLicense,
      [old],
      [
        {
          at: '2026-12-01T09:00:00+08:00',
          license: { state: 'issued', validFrom: '2026-12-16', validTo: '2036-12-15' },
        },
        { at: '2026-12-21T00:00:00+08:00', list: '2026-12' },
        { at: '2027-01-21T00:00:00+08:00', list: '2027-01' },
      ],
    );
    assert.deepEqual(happened, ['2026-11-15 announced', '2026-12-01 withdrawn']);
    assert.deepEqual(paid['2027-01'], ['period 2027-01']);
  });

  it('takes effect only when the notice has run, also when it could not be told in time', () => {
    const subject = { ...entitlement(), begunAt: new Date('2026-12-10T10:00:00+08:00') };
    const { happened } = live(subject, byLicense, [old], [{ at: '2027-02-01T00:00:00+08:00' }]);
    assert.deepEqual(happened, ['2026-12-10 announced', '2027-01-08 suspended']);
    assert.equal(subject.suspensions[0]?.fromPeriod, '2027-02');
  });

  it('pays arrears of at most twelve months, and ends the benefit after two years', () => {
    const renewed = { ...entitlement(), begunAt: new Date('2026-11-01T10:00:00+08:00') };
    const months = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => {
        const month = from + index;
        const period = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        return { at: `${period}-21T00:00:00+08:00`, list: period };
      });
    const late: WatchedLicense = { state: 'issued', validFrom: '2028-06-01' };
    const { paid } = live(
      renewed,
      byLicense,
      [old],
      [...months(11, 28), { at: '2028-06-05T09:00:00+08:00', license: late }, ...months(29, 29)],
    );
    assert.equal(paid['2028-06']?.[0], 'arrears 2027-07', '2027-06-01 lies more than twelve months back');
    assert.equal(paid['2028-06']?.length, 11 + 1);

    const lost = { ...entitlement(), begunAt: new Date('2026-11-01T10:00:00+08:00') };
    const { happened } = live(lost, byLicense, [old], [...months(11, 40)]);
    assert.equal(happened.at(-1), '2028-12-15 ended');
    assert.equal(lost.state, 'ended');
    assert.equal(lost.nextLookAt, undefined);
    assert.deepEqual(takePayments(lost, '2029-08'), []);
    assert.equal(lost.dueFrom, 'never');
  });

  it('is not watched where the store never held such a certificate', () => {
    const subject = entitlement();
    const { happened } = live(subject, byLicense, [], [{ at: '2027-02-01T00:00:00+08:00' }]);
    assert.deepEqual(happened, []);
    assert.equal(subject.nextLookAt, undefined);
  });

  it('follows an annulled certificate only where the pack says so', () => {
    const annulled: WatchedLicense = { state: 'annulled', validFrom: '2016-12-16', validTo: '2036-12-15' };
    const rule: SuspensionRule = {
      ...byLicense,
      because: { license: 'disabilityCertificate', becomes: 'annulled' },
      from: 'sameDay',
    };
    const subject = entitlement();
    const { happened } = live(subject, rule, [annulled], [{ at: '2027-01-01T00:00:00+08:00' }]);
    assert.deepEqual(happened, ['2026-11-25 announced', '2026-12-24 suspended']);
    assert.equal(subject.suspensions[0]?.fromPeriod, '2026-12', 'the same day: the period in which it lies');
    assert.deepEqual(
      live(entitlement(), byLicense, [annulled], [{ at: '2027-01-01T00:00:00+08:00' }]).happened,
      [],
    );
  });
});

describe('the suspension of a benefit whose check is missed', () => {
  it('comes after the notice, and ends with the check that is made up for', () => {
    const subject = { ...entitlement(), begunAt: new Date('2026-11-01T10:00:00+08:00') };
    const { happened, paid } = live(
      subject,
      byCheck,
      [],
      [
        { at: '2026-12-01T09:00:00+08:00', heard: 'missed' },
        { at: '2026-12-21T00:00:00+08:00', list: '2026-12' },
        { at: '2027-01-21T00:00:00+08:00', list: '2027-01' },
        { at: '2027-02-03T09:00:00+08:00', heard: 'passed' },
        { at: '2027-02-21T00:00:00+08:00', list: '2027-02' },
      ],
    );
    assert.deepEqual(happened, ['2026-12-01 announced', '2026-12-10 suspended', '2027-02-03 resumed']);
    assert.deepEqual(paid, {
      '2026-12': ['period 2026-12'],
      '2027-01': [],
      '2027-02': ['arrears 2027-01', 'period 2027-02'],
    });
  });

  it('is dropped when the check is made within the notice', () => {
    const { happened } = live(
      { ...entitlement(), begunAt: new Date('2026-11-01T10:00:00+08:00') },
      byCheck,
      [],
      [
        { at: '2026-12-01T09:00:00+08:00', heard: 'missed' },
        { at: '2026-12-05T09:00:00+08:00', heard: 'passed' },
        { at: '2027-02-21T00:00:00+08:00' },
      ],
    );
    assert.deepEqual(happened, ['2026-12-01 announced', '2026-12-05 withdrawn']);
  });
});

describe('what a list pays', () => {
  it('is every period from the first, those that no list paid as arrears', () => {
    const subject = { ...entitlement(), nextPeriod: '2026-09' };
    const paid = takePayments(subject, '2026-11').map(({ kind, period }) => `${kind} ${period}`);
    assert.deepEqual(paid, ['arrears 2026-09', 'arrears 2026-10', 'period 2026-11']);
    assert.equal(subject.dueFrom, '2026-12');
  });

  it('is paid once where the benefit is paid once', () => {
    const subject: EntitlementDocument = { ...entitlement(), periodKind: 'once' };
    assert.equal(takePayments(subject, '2026-12').length, 1);
    assert.equal(subject.dueFrom, 'never');
    assert.deepEqual(takePayments(subject, '2027-01'), []);
  });

  it('ends with the last period, but still pays what the bank returned', () => {
    const subject: EntitlementDocument = { ...entitlement(), lastPeriod: '2026-12' };
    assert.equal(takePayments(subject, '2026-12').length, 1);
    subject.owed.push({ kind: 'returned', period: '2026-12', amountFen: 40_000 });
    assert.deepEqual(
      takePayments(subject, '2027-01').map(({ kind, period }) => `${kind} ${period}`),
      ['returned 2026-12'],
    );
  });
});
