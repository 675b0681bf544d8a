import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { addCompany, readCode, representative, signInApplicant } from '../../../scripts/journey/applicant.ts';
import {
  foodApplication,
  foodMaterials,
  restaurant,
  samplePdf,
} from '../../../scripts/journey/foodLicense.ts';
import { draftFoodLicense, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { AppError } from '../errors/appError.ts';
import { DevelopmentChannel } from '../messages/developmentChannel.ts';
import { listDevelopmentMessages } from '../messages/listDevelopmentMessages.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const { name, idNumber, legalRepresentative } = restaurant;
const company = { name, idNumber, legalRepresentative };
const startOfTest = '2026-11-23T10:00:00+08:00';

describe('the doors of the applicant', () => {
  const time = new TestTime(startOfTest);
  let server: TestServer;
  let clerk: ApiClient;
  let own: ApiClient;
  let stranger: ApiClient;
  let partyId: string;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    own = await signInApplicant(server.base, representative.phone);
    stranger = await signInApplicant(server.base, '13800000098');
    partyId = await addCompany(own, company);
  });
  after(() => server.close());

  const refusal = (work: Promise<unknown>): Promise<ApiProblem> =>
    work.then(
      () => assert.fail('was not refused'),
      (error: ApiProblem) => error,
    );
  const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code;
  const begin = async (): Promise<Json> => {
    const draft = await own.post('/portal/cases', { packCode: 'scjg-food', operation: 'new', partyId });
    return own.patch(`/portal/cases/${String(draft['id'])}`, Number(draft['version']), {
      area: { town: 't005' },
      formData: foodApplication,
    });
  };
  const supply = async (id: string, keys: readonly string[]) => {
    for (const key of keys)
      await own.upload(`/portal/cases/${id}/materials/${key}/files`, {
        name: `${key}.pdf`,
        bytes: samplePdf(`${id} ${key}`),
        type: 'application/pdf',
      });
  };
  const handIn = async (): Promise<Json> => {
    const { id } = await begin();
    await supply(String(id), foodMaterials);
    return own.post(`/portal/cases/${String(id)}/submit`);
  };

  describe('sign-in by code', () => {
    it('refuses a code that was used, and tells no difference to a wrong one', async () => {
      const phone = '13800000021';
      const client = new ApiClient(server.base);
      await client.post('/portal/code', { phone });
      const code = await readCode(server.base, phone);
      await client.signInByCode(phone, code);
      assert.equal(await codeOf(new ApiClient(server.base).signInByCode(phone, code)), 'codeInvalid');
      assert.equal(await codeOf(new ApiClient(server.base).signInByCode(phone, '000000')), 'codeInvalid');
      assert.equal(await codeOf(new ApiClient(server.base).signInByCode('1', 'x')), 'codeInvalid');
    });

    it('kills a code after five wrong tries, and after five minutes', async () => {
      const phone = '13800000022';
      const client = new ApiClient(server.base);
      await client.post('/portal/code', { phone });
      const code = await readCode(server.base, phone);
      const wrong = code === '111111' ? '222222' : '111111';
      for (let at = 0; at < 5; at += 1)
        assert.equal(await codeOf(client.signInByCode(phone, wrong)), 'codeInvalid');
      assert.equal(await codeOf(client.signInByCode(phone, code)), 'codeInvalid');

      time.set('2026-11-23T10:02:00+08:00');
      await client.post('/portal/code', { phone });
      const second = await readCode(server.base, phone);
      time.set('2026-11-23T10:07:01+08:00');
      assert.equal(await codeOf(client.signInByCode(phone, second)), 'codeInvalid');
    });

    it('sends one code a minute, eight an hour, and of two requests at once one', async () => {
      const phone = '13800000023';
      const client = new ApiClient(server.base);
      const both = await Promise.allSettled([
        client.post('/portal/code', { phone }),
        new ApiClient(server.base).post('/portal/code', { phone }),
      ]);
      assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
      const soon = await refusal(client.post('/portal/code', { phone }));
      assert.deepEqual([soon.status, soon.code], [429, 'codeTooSoon']);
      let last = '';
      for (let minute = 10; minute < 22 && last === ''; minute += 1) {
        time.set(`2026-11-23T10:${minute}:00+08:00`);
        await client.post('/portal/code', { phone }).catch((error: ApiProblem) => {
          last = error.code;
        });
      }
      assert.equal(last, 'tooManyCodes');
    });

    it('loses no code while the gateway is away, and keeps none in the outbox', async () => {
      const phone = '13800000024';
      const channel = server.app.messages.sms;
      assert.ok(channel instanceof DevelopmentChannel);
      channel.away = true;
      const client = new ApiClient(server.base);
      await client.post('/portal/code', { phone });
      await assert.rejects(readCode(server.base, phone));
      channel.away = false;
      time.set(new Date(time.now().getTime() + 30_000));
      await server.settle();
      await client.signInByCode(phone, await readCode(server.base, phone));
      const kept = await server.app.models.outbox.find({ type: 'signInCode', state: 'done' }).lean();
      assert.ok(kept.length > 0);
      assert.deepEqual(new Set(kept.map(({ payload }) => JSON.stringify(payload))), new Set(['{}']));
    });

    it('shows the development outbox to nobody in production', async () => {
      const config = { ...server.app.config, PROFILE: 'prod' as const };
      const production = { ...server.app, config };
      await assert.rejects(
        listDevelopmentMessages(production, undefined),
        (error: unknown) => error instanceof AppError && error.code === 'notFound',
      );
    });

    it('stores neither phone nor name in the clear', async () => {
      const accounts = JSON.stringify(await server.app.models.applicantAccounts.find().lean());
      const codes = JSON.stringify(await server.app.models.signInCodes.find().lean());
      for (const word of [representative.phone, representative.name, representative.idNumber])
        assert.equal(`${accounts}${codes}`.includes(word), false);
    });
  });

  describe('in whose name', () => {
    it('the register confirms oneself and the company that one represents', async () => {
      const { account } = await own.get('/portal/session');
      const parties = (account as { parties: Json[] }).parties;
      assert.deepEqual(
        parties.map(({ kind, verified }) => [kind, (verified as Json | null)?.['by']]),
        [
          ['self', 'simulatedRegister'],
          ['company', 'simulatedRegister'],
        ],
      );
    });

    it("somebody else's name and number are not taken for one's own", async () => {
      const { name: other, idNumber: number } = representative;
      const taken = stranger.post('/portal/parties', { kind: 'self', name: other, idNumber: number });
      assert.equal(await codeOf(taken), 'identityMismatch');
      assert.equal(
        await codeOf(stranger.post('/portal/parties', { kind: 'company', ...company })),
        'selfFirst',
      );
      const wrong = await refusal(
        stranger.post('/portal/parties', { kind: 'self', name: '王某', idNumber: '110105194912310039' }),
      );
      assert.deepEqual([wrong.status, wrong.code], [422, 'invalidRequest']);
    });

    it('a company that an agent names without the register is unverified, and shows no license', async () => {
      await stranger.post('/portal/parties', { kind: 'self', name: '赵某', idNumber: '110105199003070033' });
      const { id } = await stranger.post('/portal/parties', {
        kind: 'company',
        ...company,
        authorisation: '授权委托书',
      });
      const draft = await stranger.post('/portal/cases', {
        packCode: 'scjg-food',
        operation: 'new',
        partyId: String(id),
      });
      assert.equal(draft['verified'], null);
      assert.equal((draft['agent'] as Json)['name'], '赵某');
      assert.deepEqual((await stranger.get('/portal/licenses'))['items'], []);
      const held = await stranger.get(`/portal/cases/${String(draft['id'])}/materials/held`);
      assert.deepEqual(held['items'], []);
    });
  });

  describe('an application', () => {
    it('is begun once for one key, and its draft is nobody\u2019s at the window', async () => {
      const key = randomUUID();
      const body = { packCode: 'scjg-food', operation: 'new', partyId };
      const first = await own.post('/portal/cases', body, { key });
      const again = await own.post('/portal/cases', body, { key });
      assert.equal(again['id'], first['id']);
      const id = String(first['id']);
      assert.equal((await refusal(clerk.get(`/cases/${id}`))).status, 404);
      const listed = (await clerk.get('/cases?limit=200'))['items'] as Json[];
      assert.equal(
        listed.some((one) => one['id'] === id),
        false,
      );
      assert.deepEqual((await clerk.get('/cases?online=true&state=draft'))['items'], []);
      await own.delete(`/portal/cases/${id}`);
    });

    it('names what is missing, is handed in once, and stands in the acceptance work of the window', async () => {
      const { id } = await begin();
      const path = `/portal/cases/${String(id)}`;
      const view = await own.get(path);
      const empty = await own.patch(path, Number(view['version']), { formData: { declared: false } });
      const missing = await refusal(own.post(`${path}/submit`));
      assert.deepEqual([missing.status, missing.code], [422, 'formInvalid']);
      await own.patch(path, Number(empty['version']), { formData: foodApplication });
      await supply(String(id), foodMaterials);
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 3 }, () => own.post(`${path}/submit`, {}, { key })),
      );
      assert.equal(new Set(answers.map(({ caseNo }) => caseNo)).size, 1);
      assert.equal(answers[0]?.['state'], 'received');
      const events = await server.app.models.events.find({ caseId: String(id), type: 'received' }).lean();
      assert.deepEqual(
        events.map(({ actor }) => actor.kind),
        ['applicant'],
      );
      const online = (await clerk.get('/cases?online=true'))['items'] as Json[];
      assert.ok(online.some((one) => one['id'] === id));
      assert.equal((await refusal(own.post(`${path}/submit`))).status, 409);
    });

    it('is corrected, accepted and withdrawn; the applicant is told of each step once', async () => {
      const received = await handIn();
      const id = String(received['id']);
      const path = `/portal/cases/${id}`;
      await clerk.post(`/cases/${id}/supplement`, {
        items: [{ materialKey: 'floorPlan', problem: '请补交注明面积的平面图。' }],
      });
      const asked = await own.get(path);
      assert.deepEqual(asked['actions'], ['edit', 'resubmit', 'withdraw']);
      await supply(id, ['floorPlan']);
      assert.equal((await own.post(`${path}/resubmit`))['state'], 'received');
      await clerk.post(`/cases/${id}/accept`);
      const fresh = await own.get(path);
      assert.equal(fresh['state'], 'accepted');
      assert.ok(fresh['dueDay']);
      assert.equal((await refusal(own.put(`${path}/rating`, { grade: 5 }))).code, 'stateConflict');
      await own.post(`${path}/withdraw`, { reason: '不再经营' });
      await server.settle();
      await server.settle();
      const { items } = await new ApiClient(server.base).get(`/dev/messages?to=${representative.phone}`);
      const titles = (items as Json[])
        .filter(({ text }) => String(text).includes(String(received['caseNo'])))
        .map(({ title }) => title);
      assert.deepEqual(titles.sort(), ['申请已受理', '申请已提交', '申请需要补正'].sort());
    });

    it('gets asked material from home, told by message, and takes it from nobody else', async () => {
      const approver = await signIn(server.base, 'approver');
      const { id, caseNo } = await handIn();
      const path = `/portal/cases/${String(id)}`;
      await clerk.post(`/cases/${String(id)}/accept`);
      const task = await findTask(approver, String(caseNo), 'review');
      await approver.post(`/tasks/${String(task['id'])}/claim`);
      const { id: requestId } = await approver.post(`/tasks/${String(task['id'])}/material-requests`, {
        lines: [{ name: '房屋租赁合同', problem: '补充租期' }],
        reason: '经营场所情况不清',
        workdays: 3,
        hold: true,
      });
      const [asked] = (await own.get(path))['asked'] as (Json & { lines: Json[] })[];
      assert.deepEqual([asked?.['id'], asked?.lines[0]?.['supplied']], [requestId, false]);
      await server.settle();
      const { items } = await new ApiClient(server.base).get(`/dev/messages?to=${representative.phone}`);
      assert.ok(
        (items as Json[]).some(
          ({ title, text }) => title === '请补充材料' && String(text).includes(String(caseNo)),
        ),
      );
      // when others try, and the applicant names another case
      const other = await handIn();
      const supplyAt = `material-requests/${String(requestId)}/supply`;
      const said = { note: '没有' };
      assert.equal((await refusal(stranger.post(`${path}/${supplyAt}`, said))).status, 404);
      const elsewhere = own.post(`/portal/cases/${String(other['id'])}/${supplyAt}`, said);
      assert.equal((await refusal(elsewhere)).status, 404);
      assert.equal(await codeOf(own.post(`${path}/${supplyAt}`)), 'materialsLacking');
      await supply(String(id), ['extra-1']);
      const key = randomUUID();
      await own.post(`${path}/${supplyAt}`, {}, { key });
      assert.deepEqual((await own.post(`${path}/${supplyAt}`, {}, { key }))['asked'], []);
      const [answered] = (await approver.get(`/cases/${String(id)}/material-requests`))['items'] as Json[];
      assert.equal(answered?.['state'], 'supplied');
    });

    it('of somebody else does not exist, whatever of the address is changed', async () => {
      const id = String((await begin())['id']);
      const ofClerk = String((await draftFoodLicense(clerk, { materials: false }))['id']);
      for (const [client, other] of [
        [stranger, id],
        [own, ofClerk],
      ] as const) {
        const path = `/portal/cases/${other}`;
        const tries = [
          client.get(path),
          client.patch(path, 1, { formData: {} }),
          client.post(`${path}/submit`),
          client.post(`${path}/resubmit`),
          client.post(`${path}/withdraw`, { reason: 'x' }),
          client.put(`${path}/rating`, { grade: 1 }),
          client.get(`${path}/materials/held`),
          client.put(`${path}/materials/floorPlan/license`, { licenseId: 'x' }),
          client.get(`${path}/documents/x/content`),
          client.get(`${path}/files/x/content`),
          client.delete(path),
        ].map((work) =>
          work.then(
            () => 200,
            (error: ApiProblem) => error.status,
          ),
        );
        for (const status of await Promise.all(tries)) assert.equal(status, 404);
      }
    });

    it('may not change who applies', async () => {
      const { id, version } = await begin();
      const changed = own.patch(`/portal/cases/${String(id)}`, Number(version), {
        applicant: { ...restaurant, name: '别人' },
      });
      assert.equal(await codeOf(changed), 'invalidRequest');
    });

    it('written down by an operator for a caller is the caller\u2019s to hand in, and told to their phone', async () => {
      const operator = await signIn(server.base, 'operator');
      const phone = '13800000055';
      const body = {
        packCode: 'scjg-food',
        operation: 'new',
        phone,
        caller: { name: '赵某', idNumber: '110105199003070033' },
        party: { kind: 'company', ...company },
        area: { town: 't005' },
        formData: foodApplication,
      };
      const key = randomUUID();
      const { id } = await operator.post('/hotline/applications', body, { key });
      assert.equal((await operator.post('/hotline/applications', body, { key }))['id'], id);
      assert.equal((await refusal(operator.get(`/cases/${String(id)}`))).status, 404);
      const foreign = { ...body, caller: { name: '钱某', idNumber: representative.idNumber } };
      assert.equal(await codeOf(operator.post('/hotline/applications', foreign)), 'identityMismatch');
      const approver = await signIn(server.base, 'approver');
      assert.equal((await refusal(approver.post('/hotline/applications', body))).status, 403);
      await server.settle();
      const { items } = await new ApiClient(server.base).get(`/dev/messages?to=${phone}`);
      assert.ok((items as Json[]).some(({ text }) => String(text).includes(`/portal/cases/${String(id)}`)));
      const caller = await signInApplicant(server.base, phone);
      const sent = await caller.post(`/portal/cases/${String(id)}/submit`);
      assert.equal(sent['state'], 'received');
      const online = (await clerk.get('/cases?online=true'))['items'] as Json[];
      assert.ok(online.some((one) => one['id'] === id));
    });

    it('is rated once; a bad rating opens a finding that the answer closes', async () => {
      const { id } = await handIn();
      await clerk.post(`/cases/${String(id)}/refuse-acceptance`, {
        reasonKey: 'notCompetent',
        reason: '不属于本机关职权。',
        referTo: '北京市大兴区人力资源和社会保障局',
      });
      const path = `/portal/cases/${String(id)}`;
      await own.put(`${path}/rating`, { grade: 1, reasons: ['unclear'], comment: '说不清楚' });
      assert.equal(await codeOf(own.put(`${path}/rating`, { grade: 5 })), 'alreadyRated');
      const { findings, satisfactions } = server.app.models;
      assert.equal(JSON.stringify(await satisfactions.find().lean()).includes('说不清楚'), false);
      const found = await findings.findOne({ kind: 'badRating' }).lean();
      assert.equal(found?.state, 'open');
      assert.equal(found.actBy?.getTime(), found.dueAt.getTime(), 'its clock runs to the day of the answer');
      const head = await signIn(server.base, 'head');
      const rating = ((await head.get('/ratings'))['items'] as Json[])[0];
      assert.equal(rating?.['comment'], '说不清楚');
      const civil = await signIn(server.base, 'civil');
      const reply = { text: '已联系您说明。' };
      const foreign = civil.put(`/ratings/${String(rating?.['id'])}/reply`, reply);
      assert.equal((await refusal(foreign)).status, 404);
      await head.put(`/ratings/${String(rating?.['id'])}/reply`, reply);
      assert.equal((await findings.findOne({ kind: 'badRating' }).lean())?.state, 'closed');
      const shown = (await own.get(path))['rating'] as { reply: Json };
      assert.equal(shown.reply['text'], '已联系您说明。');

      // Supervision asks again; not content, it is answered once more, with a finding and a day of its own.
      const supervisor = await signIn(server.base, 'supervisor');
      const visit = (client: ApiClient, result: string) =>
        client.put(`/ratings/${String(rating?.['id'])}/return-visit`, { result, text: '电话回访' });
      assert.equal((await refusal(visit(head, 'settled'))).status, 403);
      await visit(supervisor, 'notSettled');
      assert.equal((await refusal(visit(supervisor, 'settled'))).code, 'stateConflict', 'not answered yet');
      const open = (await findings.find({ kind: 'badRating', state: 'open' }).lean()).length;
      assert.equal(open, 1);
      await head.put(`/ratings/${String(rating?.['id'])}/reply`, { text: '已上门说明。' });
      await visit(supervisor, 'notReached');
      await visit(supervisor, 'settled');
      assert.equal((await refusal(visit(supervisor, 'settled'))).code, 'stateConflict');
      const [after] = (await supervisor.get('/ratings'))['items'] as {
        mayVisit: boolean;
        earlier: Json[];
        returnVisit: Json;
      }[];
      assert.ok(after);
      assert.deepEqual(
        [after.mayVisit, after.earlier.length, after.returnVisit['result']],
        [false, 1, 'settled'],
      );
    });

    it('is rated by its link, or at the device of the window, without an account', async () => {
      const { id } = await handIn();
      const { progressToken } = await clerk.get(`/cases/${String(id)}`);
      const anybody = new ApiClient(server.base);
      const path = `/public/progress/${String(progressToken)}`;
      const rate = (grade: number, at = path) => anybody.post(`${at}/rating`, { grade, door: 'window' });
      assert.equal((await refusal(rate(4))).code, 'stateConflict', 'nothing has come of it yet');
      await clerk.post(`/cases/${String(id)}/refuse-acceptance`, {
        reasonKey: 'notCompetent',
        reason: '不属于本机关职权。',
        referTo: '北京市大兴区人力资源和社会保障局',
      });
      assert.equal((await anybody.get(path))['mayRate'], true);
      assert.equal((await refusal(rate(4, '/public/progress/aaaaaaaaaaaaaaaaaaaaaaaa'))).status, 404);
      assert.equal((await refusal(rate(6))).status, 422);
      await rate(4);
      assert.equal(await codeOf(rate(5)), 'alreadyRated');
      const shown = await anybody.get(path);
      assert.deepEqual([shown['mayRate'], (shown['rating'] as Json)['grade']], [false, 4]);
      const rating = await server.app.models.satisfactions.findOne({ caseId: String(id) }).lean();
      assert.deepEqual([rating?.door, rating?.state], ['window', 'noted']);
    });
  });
});
