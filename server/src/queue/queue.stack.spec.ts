import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { officerOf } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { sweepAppointments } from './sweepAppointments.ts';

const phone = (at: number) => `138000000${String(at).padStart(2, '0')}`;

describe('halls, counters and the queue, on two server copies', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let copy: TestServer;
  let manager: ApiClient;
  let clerk: ApiClient;
  let colleague: ApiClient;
  let town: ApiClient;
  let visitor: ApiClient;
  let visitorThere: ApiClient;
  let key: string;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food', 'mzj-elderly-subsidy'] });
    copy = await startTestServer({ time, sharing: server, workers: false });
    manager = await signIn(server.base, 'hall');
    clerk = await signIn(server.base, 'clerk');
    town = await signIn(server.base, 'town');
    colleague = await officerOf(copy, 'zwfw', ['clerk']);
    visitor = new ApiClient(server.base);
    visitorThere = new ApiClient(copy.base);
    key = String((await manager.get('/halls/zwfw'))['dispenser']).split('#')[1] ?? '';
  });
  after(async () => {
    await copy.close();
    await server.close();
  });

  const take = (group: string, from = visitor) => from.post('/public/halls/zwfw/tickets', { key, group });
  const seated = async (client: ApiClient, counter: string) => client.put('/counter', { counter });
  const current = (desk: Json) => (desk['current'] as Json | null)?.['number'];

  it('are arranged by their manager, each edit on what it was based on', async () => {
    const halls = (await manager.get('/halls'))['items'] as Json[];
    assert.equal(halls.length, 1 + 22 + 66);
    const { id, version, dispenser, screen, items, departments, level, ...hall } =
      await manager.get('/halls/zwfw');
    assert.deepEqual([id, version, level, typeof screen], ['zwfw', 0, 'district', 'string']);
    assert.ok(String(dispenser).startsWith('/dispenser/zwfw#'));
    assert.equal((items as Json[]).length, 2);
    assert.ok((departments as Json[]).length > 20);
    const saved = await manager.put('/halls/zwfw', { ...hall, address: '大兴区兴政街' }, 0);
    assert.deepEqual([saved['version'], saved['address']], [1, '大兴区兴政街']);
    await assert.rejects(manager.put('/halls/zwfw', hall, 0), { code: 'versionConflict' });
    const counters = [
      ...(hall['counters'] as Json[]),
      { no: '1', groups: ['Z'], takes: { all: true, departments: [], items: [] } },
    ];
    await assert.rejects(manager.put('/halls/zwfw', { ...hall, counters }, 1), { code: 'invalidRequest' });
    // A town's manager: the town and its villages only.
    const townManager = await officerOf(server, 't005', ['hallManager']);
    const own = (await townManager.get('/halls'))['items'] as Json[];
    assert.deepEqual(
      own.map((entry) => entry['id']),
      ['t005', 'v005901', 'v005902', 'v005903'],
    );
    await assert.rejects(townManager.get('/halls/zwfw'), { code: 'hallUnknown' });
    await assert.rejects(townManager.put('/halls/zwfw', hall, 1), { code: 'hallUnknown' });
  });

  it('have a roster by day, nobody at two counters at once', async () => {
    const day = '2026-11-23';
    const { clerks } = await manager.get(`/halls/zwfw/rosters/${day}`);
    const wang = (clerks as Json[]).find(({ name }) => name === '王窗口')?.['id'];
    const shift = { counter: '3', userId: wang, from: '09:00', to: '12:00' };
    await assert.rejects(
      manager.put(`/halls/zwfw/rosters/${day}`, { shifts: [shift, { ...shift, counter: '4' }] }, 0),
      { code: 'shiftsOverlap' },
    );
    const saved = await manager.put(`/halls/zwfw/rosters/${day}`, { shifts: [shift] }, 0);
    assert.equal(saved['version'], 1);
    await assert.rejects(manager.put(`/halls/zwfw/rosters/${day}`, { shifts: [] }, 0), {
      code: 'versionConflict',
    });
    assert.equal((await clerk.get('/counter'))['planned'], '3');
  });

  it('a counter has one clerk and opens only what it takes; without a counter nothing is refused', async () => {
    const food = { packCode: 'scjg-food', operation: 'new' };
    const subsidy = { packCode: 'mzj-elderly-subsidy', operation: 'new' };
    await clerk.post('/cases', subsidy);
    await assert.rejects(clerk.get('/queue'), { code: 'notAtCounter' });
    const view = await seated(clerk, '3');
    assert.deepEqual((view['seat'] as Json)['substitute'], false);
    await assert.rejects(seated(colleague, '3'), { code: 'counterTaken' });
    await assert.rejects(seated(colleague, '99'), { code: 'counterUnknown' });
    await clerk.post('/cases', food);
    await assert.rejects(clerk.post('/cases', subsidy), (error: { code: string; message: string }) => {
      assert.equal(error.code, 'counterTakesNot');
      assert.match(error.message, /3 号窗口不受理.*大兴区政务服务中心 1、2、4、5、6/);
      return true;
    });
    // Two clerks who want one counter at the same moment: one gets it.
    const both = await Promise.allSettled([
      seated(colleague, '1'),
      officerOf(server, 'zwfw', ['clerk']).then((third) => seated(third, '1')),
    ]);
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    await seated(colleague, '4');
  });

  it('numbers follow each other over both copies, and nobody is called twice', async () => {
    await assert.rejects(visitor.post('/public/halls/zwfw/tickets', { key: 'guessed', group: 'B' }), {
      code: 'dispenserUnknown',
    });
    await assert.rejects(take('X'), { code: 'groupUnknown' });
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, at) => take('B', at % 2 === 0 ? visitor : visitorThere)),
    );
    assert.deepEqual(
      taken.map((ticket) => ticket['number']).sort(),
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `B00${n}`),
    );
    const again = await visitor.post(
      '/public/halls/zwfw/tickets',
      { key, group: 'B' },
      { key: 'the-same-press' },
    );
    const repeated = await visitor.post(
      '/public/halls/zwfw/tickets',
      { key, group: 'B' },
      { key: 'the-same-press' },
    );
    assert.equal(repeated['number'], again['number']);
    assert.deepEqual([again['number'], again['ahead'], again['estimate']], ['B009', 8, (8 * 25) / 2]);
    const desks = await Promise.all([clerk.post('/queue/call'), colleague.post('/queue/call')]);
    assert.deepEqual(desks.map(current).sort(), ['B001', 'B002']);
    await assert.rejects(clerk.post('/queue/call'), { code: 'ticketOpen' });
    // The screen of the other copy knows, and tells no person.
    const board = await visitorThere.get('/public/halls/zwfw/queue');
    assert.equal((board['calls'] as Json[]).length, 2);
    assert.equal(JSON.stringify(board).includes('王窗口'), false);
  });

  it('the visitor who was called goes into the draft that the clerk opens', async () => {
    const desk = await clerk.get('/queue');
    const draft = await clerk.post('/cases', { packCode: 'scjg-food', operation: 'new' });
    const after = (await clerk.get('/queue'))['current'] as Json;
    assert.deepEqual(
      [after['number'], after['caseIds'], after['maySkip']],
      [current(desk), [draft['id']], false],
    );
    const stored = await server.app.models.cases.findOne({ _id: String(draft['id']) }).lean();
    assert.deepEqual(stored?.ticket, { number: current(desk), hallId: 'zwfw', counter: '3' });
    const events = (await clerk.get(`/cases/${String(draft['id'])}/events`))['items'] as Json[];
    assert.match(JSON.stringify(events), new RegExp(`在 3 号窗口凭排队号 ${String(current(desk))} 办理`));
    await assert.rejects(clerk.post('/queue/skip'), { code: 'ticketHasCase' });
    await assert.rejects(clerk.delete('/counter'), { code: 'ticketOpen' });
    time.set('2026-11-23T10:20:00+08:00');
    await clerk.post('/queue/finish');
    await assert.rejects(clerk.post('/queue/finish'), { code: 'nobodyCalled' });
    const figures = ((await clerk.get('/queue'))['groups'] as Json[]).find((group) => group['key'] === 'B');
    assert.deepEqual(
      [
        figures?.['waiting'],
        figures?.['averageWait'],
        figures?.['averageHandling'],
        figures?.['longestWait'],
      ],
      [7, 0, 20, 20],
    );
  });

  it('nobody comes: called again, skipped, back after three; skipped twice the number is over', async () => {
    const called = String(current(await clerk.post('/queue/call')));
    await assert.rejects(clerk.post('/queue/skip'), { code: 'callAgainFirst' });
    await clerk.post('/queue/recall');
    const desk = await clerk.post('/queue/skip');
    assert.deepEqual(desk['skipped'], [called]);
    const back = await visitorThere.post('/public/halls/zwfw/returns', { key, number: called.toLowerCase() });
    assert.deepEqual([back['state'], back['ahead']], ['waiting', 3]);
    await assert.rejects(clerk.post('/queue/return', { number: called }), { code: 'ticketNotSkipped' });
    for (let at = 0; at < 3; at += 1) {
      assert.notEqual(current(await clerk.post('/queue/call')), called);
      await clerk.post('/queue/finish');
    }
    assert.equal(current(await clerk.post('/queue/call')), called);
    await clerk.post('/queue/recall');
    await clerk.post('/queue/skip');
    await assert.rejects(clerk.post('/queue/return', { number: called }), { code: 'ticketMissed' });
    await assert.rejects(clerk.post('/queue/return', { number: 'B777' }), { code: 'ticketUnknown' });
  });

  it('is transferred to a counter or another group without queueing anew', async () => {
    const number = current(await clerk.post('/queue/call'));
    await assert.rejects(clerk.post('/queue/transfer', { counter: '5' }), { code: 'counterEmpty' });
    await clerk.post('/queue/transfer', { counter: '4' });
    assert.notEqual(current(await clerk.post('/queue/call')), number, 'kept for counter 4');
    await colleague.post('/queue/finish');
    assert.equal(current(await colleague.post('/queue/call')), number);
    await colleague.post('/queue/transfer', { group: 'C' });
    const board = (await visitor.get('/public/halls/zwfw/queue'))['groups'] as Json[];
    assert.equal(board.find((group) => group['key'] === 'C')?.['waiting'], 1);
    await clerk.post('/queue/finish');
  });

  it('changes are told to screens of both copies', async () => {
    const answers = await Promise.all(
      [server, copy].map(({ base }) => fetch(`${base}/api/v1/public/halls/zwfw/stream`)),
    );
    const readers = answers.map((answer) => answer.body?.getReader());
    await take('A');
    for (const reader of readers) {
      let text = '';
      while (!text.includes('event: queue'))
        text += Buffer.from((await reader?.read())?.value ?? []).toString();
      await reader?.cancel();
    }
    assert.equal((await fetch(`${server.base}/api/v1/public/halls/nowhere/stream`)).status, 404);
  });

  it('belongs to the hall: other clerks and other halls have no part in it', async () => {
    const there = await town.put('/counter', { counter: '1' });
    assert.equal((there['hall'] as Json)['id'], 't005');
    await assert.rejects(town.post('/queue/call'), { code: 'nobodyWaiting' });
    await assert.rejects(town.post('/queue/return', { number: 'B001' }), { code: 'ticketUnknown' });
    await assert.rejects(visitor.post('/public/halls/t005/tickets', { key, group: 'A' }), {
      code: 'dispenserUnknown',
    });
    await assert.rejects(visitor.get('/public/halls/scjg'), { code: 'hallUnknown' });
    await assert.rejects((await signIn(server.base, 'approver')).get('/queue'), { code: 'forbidden' });
  });

  it('appointments never overbook, whoever books at the same moment', async () => {
    const slot = { group: 'B', day: '2026-11-24', time: '09:30' };
    const booked = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) =>
        (at % 2 === 0 ? visitor : visitorThere).post('/public/halls/zwfw/appointments', {
          ...slot,
          phone: phone(at),
        }),
      ),
    );
    assert.equal(booked.filter(({ status }) => status === 'fulfilled').length, 3);
    for (const one of booked)
      if (one.status === 'rejected') assert.equal((one.reason as { code: string }).code, 'slotFull');
    const slots = (await visitor.get('/public/halls/zwfw/slots?group=B&day=2026-11-24'))['items'] as Json[];
    assert.equal(slots.find(({ time: begins }) => begins === '09:30')?.['free'], 0);
    const [first] = booked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const token = String(first?.['token']);
    await visitor.delete(`/public/appointments/${token}`);
    assert.equal((await visitor.get(`/public/appointments/${token}`))['state'], 'cancelled');
    const late = await visitor.post('/public/halls/zwfw/appointments', { ...slot, phone: phone(20) });
    await assert.rejects(
      visitor.post('/public/halls/zwfw/appointments', { ...slot, time: '10:00', phone: phone(20) }),
      { code: 'appointmentExists' },
    );
    await assert.rejects(
      visitor.post('/public/halls/zwfw/appointments', { ...slot, day: '2026-11-28', phone: phone(21) }),
      { code: 'slotUnknown' },
    );
    assert.match(String(late['code']), /^\d{8}$/);
    const stored = await server.app.models.appointments.findOne({ code: String(late['code']) }).lean();
    assert.equal(JSON.stringify(stored).includes(phone(20)), false, 'the phone number is sealed');
    time.set('2026-11-24T08:50:00+08:00');
    const codes = { key, code: String(late['code']) };
    await assert.rejects(visitor.post('/public/halls/zwfw/check-ins', codes), { code: 'checkInEarly' });
    time.set('2026-11-24T09:10:00+08:00');
    const early = await take('B');
    assert.equal(early['number'], 'B001', 'numbers begin again every day');
    time.set('2026-11-24T09:35:00+08:00');
    await take('B');
    const arrived = await visitor.post('/public/halls/zwfw/check-ins', codes);
    assert.deepEqual(
      [arrived['number'], arrived['ahead']],
      ['B003', 1],
      'the turn counts from the booked time',
    );
    assert.equal((await visitor.post('/public/halls/zwfw/check-ins', codes))['number'], 'B003');
  });

  it('a new day begins empty: seats and numbers of yesterday are over, who stayed away cannot book for ever', async () => {
    await assert.rejects(clerk.post('/queue/call'), { code: 'notAtCounter' });
    assert.equal((await clerk.get('/counter'))['seat'], null);
    await seated(clerk, '4');
    assert.equal(current(await clerk.post('/queue/call')), 'B001');
    await clerk.post('/queue/finish');
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27']) {
      time.set(`${day}T08:00:00+08:00`);
      const made = await visitor.post('/public/halls/zwfw/appointments', {
        group: 'A',
        day,
        time: '09:00',
        phone: phone(30),
      });
      time.set(`${day}T09:16:00+08:00`);
      await assert.rejects(visitor.post('/public/halls/zwfw/check-ins', { key, code: made['code'] }), {
        code: 'appointmentOver',
      });
    }
    await assert.rejects(
      visitor.post('/public/halls/zwfw/appointments', {
        group: 'A',
        day: '2026-11-30',
        time: '10:00',
        phone: phone(30),
      }),
      { code: 'bookingBarred' },
    );
    time.set('2026-11-28T10:00:00+08:00');
    await assert.rejects(take('A'), { code: 'hallClosed' });
    // What is too old to count is not kept.
    assert.equal(await sweepAppointments(server.app), 0);
    time.set('2027-02-23T10:00:00+08:00');
    assert.ok((await sweepAppointments(server.app)) > 0);
    const kept = await server.app.models.appointments.find({ tenant: server.app.tenant }).lean();
    assert.deepEqual([...new Set(kept.map(({ day }) => day))].sort(), [
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ]);
    // A stolen dispenser: its key is renewed.
    const renewed = await manager.post('/halls/zwfw/dispenser-key');
    assert.notEqual(String(renewed['dispenser']).split('#')[1], key);
    await assert.rejects(take('A'), { code: 'dispenserUnknown' });
  });
});
