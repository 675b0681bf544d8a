import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadCalendar } from '@onewindow/clocks';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import type { CheckDocument } from '../checks/model.ts';
import { planRound } from '../checks/planRound.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { recomputeClocks } from './recomputeClocks.ts';

const newYear = { 'zh-CN': '元旦', en: "New Year's Day" };

describe('a newer calendar', () => {
  const time = new TestTime('2026-12-28T10:00:00+08:00');
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food', 'wjw-public-place-health'] });
  });
  after(() => server.close());

  it('recomputes every open clock once, with old date, new date and version on the case', async () => {
    const { app } = server;
    const { models, tenant } = app;
    const clerk = await signIn(server.base, 'clerk');
    const draft = await draftFoodLicense(clerk);
    const caseId = String(draft['id']);
    await clerk.post(`/cases/${caseId}/receive`);
    await clerk.post(`/cases/${caseId}/accept`);
    // A record of supervision, about no case: its clock too.
    const supervisor = await signIn(server.base, 'supervisor');
    const order = { kind: 'order', matter: '窗口排队', message: '请说明。', department: 'scjg' };
    const { id: urgeId } = await supervisor.post('/supervision/urges', {
      ...order,
      replyDueDay: '2027-01-04',
    });
    const review = await plannedReview(server, draft);
    assert.equal(await recomputeClocks(app), 0, 'all were computed with the calendar in force');
    const ofCase = () => models.clocks.find({ tenant, caseId }).sort({ kind: 1 }).lean();
    const before = (await ofCase()).filter(({ state }) => state === 'running');

    const { calendar } = app.calendar;
    const days = ['01', '04', '05', '06', '07', '08', '11', '12', '13', '14'];
    const newer = loadCalendar({
      ...calendar,
      version: calendar.version + 1,
      publishedThrough: '2027-12-31',
      offDays: [...calendar.offDays, ...days.map((day) => ({ day: `2027-01-${day}`, name: newYear }))],
    });
    app.calendar = { calendar: newer, version: `${newer.id}@${newer.version}` };
    // One that is due before the published days end only notes the version.
    const provisional = before.filter((clock) => clock.provisional);
    assert.ok(provisional.length > 0);
    assert.equal(await recomputeClocks(app), provisional.length + 2);
    const later = (await ofCase()).filter(({ state }) => state === 'running');
    const events = await models.events.find({ tenant, caseId, type: 'dueRecomputed' }).lean();
    const dueOf = (id: string) => later.find(({ _id }) => _id === id);
    assert.deepEqual(
      events
        .map(({ details }) => [details['clock'], details['from'], details['to'], details['calendar']])
        .sort(),
      provisional.map(({ _id, kind, dueDay }) => [kind, dueDay, dueOf(_id)?.dueDay, 'cn@2']).sort(),
    );
    for (const { _id, dueAt } of provisional) assert.ok((dueOf(_id)?.dueAt ?? dueAt) > dueAt);
    for (const clock of later)
      assert.deepEqual([clock.provisional, clock.calendarVersion], [false, 'cn@2'], clock.kind);
    const view = await supervisor.get(`/supervision/urges/${String(urgeId)}`);
    const acts = view['acts'] as { type: string; text: { en: string } }[];
    assert.equal(
      acts.at(-1)?.text.en,
      'Recomputed with calendar cn@2: due 15 Jan 2027 instead of 04 Jan 2027',
    );
    const urge = await models.urges.findOne({ _id: String(urgeId) }).lean();
    const clock = await models.clocks.findOne({ tenant, caseId: String(urgeId) }).lean();
    assert.deepEqual([urge?.actBy, clock?.dueDay], [clock?.dueAt, '2027-01-15']);
    // A check of something held, due in those days: its day rolls on, what was sent stays sent.
    const check = await models.checks.findOne({ _id: review._id }).lean();
    assert.deepEqual([review.dueDay, check?.dueDay], ['2027-01-04', '2027-01-15']);
    assert.deepEqual(
      check?.reminders.map(({ key, firedAt }) => [key, firedAt !== undefined]),
      [
        ['60 day', true],
        ['30 day', false],
      ],
    );
    const [told] = await models.events.find({ tenant, caseId, type: 'checkRecomputed' }).lean();
    assert.deepEqual([told?.details['from'], told?.details['to']], ['2027-01-04', '2027-01-15']);
    assert.equal(await recomputeClocks(app), 0, 'once a version');
  });
});

/** A review that is due on 4 January 2027, a Monday; its first reminder was sent. */
async function plannedReview(server: TestServer, subject: Json): Promise<CheckDocument> {
  const { app } = server;
  const { pack, version } = await app.packs.live('wjw-public-place-health');
  const [check] = pack.checks;
  assert.ok(check !== undefined);
  const round = planRound({
    ...{ app, check, limit: { value: 2, unit: 'year' }, sinceDay: '2025-01-04', round: 1 },
    now: new Date('2026-10-01T10:00:00+08:00'),
    subject: {
      ...{ holding: 'license:one', holderMasked: '北京**', caseId: String(subject['id']), caseNo: '' },
      ...{ packCode: pack.packCode, packVersion: version, itemName: pack.name, departmentId: 'wjw' },
    },
  });
  const [first] = round?.reminders ?? [];
  assert.ok(round !== undefined && first !== undefined);
  first.firedAt = first.dueAt;
  await app.models.checks.collection.insertOne(round as never);
  return round;
}
