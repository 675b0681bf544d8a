import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar, isWorkday, shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import { checkCreditCode, checkResidentId } from '@onewindow/forms';
import type { Scenario } from '@onewindow/processes';
import { Agenda } from './Agenda.ts';
import { diceOf } from './dice.ts';
import { creditCodeLike, phone, residentIdLike, street } from './madeUp.ts';
import { afterOfficeMinutes } from './officeTime.ts';
import { planCases } from './planCases.ts';
import { disguiseOf, retell } from './retell.ts';
import { streetsOfReports } from './streetsOfReports.ts';

const calendar = defaultCalendar;
const plan = (seed: string) =>
  planCases({
    seed,
    cases: 300,
    from: new Date('2026-09-21T00:00:00+08:00'),
    until: new Date('2026-10-20T11:00:00+08:00'),
    calendar,
  });

describe('what a simulation makes up', () => {
  it('has right check digits, in divisions that are none', () => {
    const dice = diceOf('numbers');
    for (let at = 0; at < 500; at += 1) {
      const id = residentIdLike(dice, '11010519491231002X');
      assert.equal(checkResidentId(id), null, id);
      assert.match(id, /^1199\d\d19491231\d\d[02468]/, 'nobody lives there; birth and sex as before');
      const code = creditCodeLike(dice, '91110115MA01A2B3CK');
      assert.equal(checkCreditCode(code), null, code);
      assert.match(code, /^911199/);
      assert.match(phone(dice), /^154\d{8}$/);
    }
  });

  it('comes at windows in their hours on working days alone, reports on any day, the same for the same seed', () => {
    const cases = plan('one');
    assert.deepEqual(cases, plan('one'));
    assert.notDeepEqual(cases, plan('two'));
    assert.equal(cases.length, 300);
    const dispatch = cases.filter(({ packCode }) => /^grid|^hotline/.test(packCode));
    for (const { packCode, arrivesAt } of cases) {
      if (/^grid|^hotline/.test(packCode)) continue;
      assert.ok(isWorkday(shanghaiDay(arrivesAt), calendar), `${packCode} on ${shanghaiTime(arrivesAt)}`);
      assert.match(shanghaiTime(arrivesAt), / (09|10|11|13:[345]|14|15|16)/);
    }
    assert.ok(dispatch.some(({ arrivesAt }) => !isWorkday(shanghaiDay(arrivesAt), calendar)));
    assert.ok(
      cases.every(({ arrivesAt }, at) => at === 0 || arrivesAt >= (cases[at - 1]?.arrivesAt ?? arrivesAt)),
    );
  });

  it('takes minutes at the desk from the working calendar', () => {
    const on = (text: string, minutes: number) =>
      shanghaiTime(afterOfficeMinutes(new Date(`${text}:00+08:00`), minutes, calendar));
    assert.equal(on('2026-09-28T11:30', 60), '2026-09-28 14:00', 'over the break of noon');
    // 1 to 7 October are holidays, the 10th is a Saturday that is worked.
    assert.equal(on('2026-09-30T17:00', 60), '2026-10-08 09:30');
    assert.equal(on('2026-10-09T17:00', 60), '2026-10-10 09:30');
    assert.equal(on('2026-10-03T12:00', 420), '2026-10-09 09:00', 'a whole day from the next one on');
  });

  it('tells a scenario of other people, at another time, the same person wherever he is named', () => {
    const scenario = {
      applicant: {
        name: '北京兴旺家常菜餐饮有限公司',
        idNumber: '91110115MA01A2B3CK',
        legalRepresentative: '张兴旺',
      },
    } as unknown as Scenario;
    const disguise = disguiseOf(scenario, diceOf('told'), { town: 't001' });
    const told = retell(
      {
        operatorName: '北京兴旺家常菜餐饮有限公司',
        creditCode: '91110115MA01A2B3CK',
        again: ['91110115MA01A2B3CK'],
        representative: '张兴旺',
        town: 't005',
        hearingDay: '2026-11-30',
        inspectedOn: '2026-11-03',
        payFrom: '2027-01',
        bornOn: '1949-12-31',
      },
      {
        nominal: new Date('2026-11-23T10:00:00+08:00'),
        actual: new Date('2026-09-24T10:00:00+08:00'),
        calendar,
        disguise,
      },
    );
    assert.match(told.operatorName, /餐饮有限公司（模拟）$/);
    assert.equal(checkCreditCode(told.creditCode), null);
    assert.deepEqual(told.again, [told.creditCode]);
    assert.notEqual(told.representative, '张兴旺');
    // Five working days on, over two holidays: 28, 29, 30 September, 8 and 9 October.
    assert.deepEqual([told.town, told.hearingDay, told.inspectedOn], ['t001', '2026-10-09', '2026-09-24']);
    assert.ok(isWorkday(told.hearingDay, calendar));
    assert.deepEqual([told.payFrom, told.bornOn], ['2026-11', '1949-12-31']);
  });

  it('reports each matter of another place', () => {
    const reportedAt = streetsOfReports();
    const dice = diceOf('streets');
    const places = Array.from({ length: 1500 }, () => reportedAt('grid-city-appearance', 't005', dice));
    assert.equal(new Set(places).size, 1500);
    // By chance alone some of them would be one.
    const chance = Array.from({ length: 1500 }, () => street(dice));
    assert.ok(new Set(chance).size < 1500);
    const scenario = { steps: [] } as unknown as Scenario;
    const [one, other] = ['one', 'other'].map((name) =>
      disguiseOf(scenario, diceOf(name), {}, () => reportedAt('hotline-12345', 't005', diceOf('same'))),
    );
    assert.notEqual(one?.('兴华大街一段12号门前'), other?.('兴华大街一段12号门前'));
    assert.equal(one?.('兴华大街一段12号门前'), one?.('兴华大街一段12号门前'), 'one scenario, one place');
  });

  it('happens in order of time, what was entered first coming first', () => {
    const agenda = new Agenda<string>();
    for (const [minute, what] of [
      [3, 'c'],
      [1, 'a'],
      [3, 'd'],
      [2, 'b'],
    ] as const)
      agenda.enter(new Date(minute * 60_000), what);
    const taken: string[] = [];
    for (let next = agenda.take(new Date(180_001)); next; next = agenda.take(new Date(180_001)))
      taken.push(next.what);
    assert.deepEqual(taken, ['a', 'b', 'c', 'd']);
    assert.equal(agenda.take(new Date(1e12)), undefined);
  });
});
