import { addWorkdays, shanghaiDay } from '@onewindow/clocks';
import { type ApiClient, ApiProblem, type Json } from '../client/apiClient.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { type Dice, diceOf } from './dice.ts';
import traffic from './traffic.json' with { type: 'json' };

const { shares } = traffic;
const answers = [
  '经办人临时抽调，已重新安排人员，本周内办结。',
  '现场核查人员不足，已协调两组人员增援。',
  '申请材料涉及其他部门意见，已再次催办。',
  '已约谈经办人，明确办结时间。',
];
const reminders = [
  '已超过承诺时限，请说明原因并尽快办结。',
  '请核实办理进度，今日内回复预计办结日期。',
  '申请人多次来电询问，请尽快办理并告知进展。',
];
const orders = [
  '经催办仍未办结，请主要负责人督促，限期办结并书面报告。',
  '催办后仍无进展，请说明责任环节和整改措施。',
];
const explanations = [
  '系统记录属实，已对经办人进行提醒。',
  '因补充调查需要，未及时办理延期手续，今后改进。',
  '当日窗口排队较多，已增设窗口。',
];

/** The supervisors and the heads of the departments that they ask: one round each half of a working day. */
export class SupervisionOffice {
  readonly #stage: Stage;
  readonly #seed: string;
  /** Has the department work at the case by then; what it is told. */
  readonly #hurry: (caseId: string) => void;

  /** Number of a simulated case: an order that hangs neither on ids nor on case numbers, which go by who was ready first. */
  readonly #placeOfCase: (caseId: string) => number;

  constructor(
    stage: Stage,
    { seed, placeOfCase }: { seed: string; placeOfCase: (caseId: string) => number },
    hurry: (caseId: string) => void,
  ) {
    this.#stage = stage;
    this.#seed = seed;
    this.#placeOfCase = placeOfCase;
    this.#hurry = hurry;
  }

  async round(): Promise<void> {
    const { people, time } = this.#stage;
    const dice = diceOf(this.#seed, 'supervision', time.now().toISOString());
    const supervisor = await people.of(people.commonWindow(), 'supervisor');
    await this.#urge(supervisor, dice);
    await this.#answer(supervisor, dice);
    await this.#explain(supervisor, dice);
  }

  /** Red cases are reminded of, and ordered when that was of no use. */
  async #urge(supervisor: ApiClient, dice: Dice): Promise<void> {
    const red = this.#sorted(await supervisor.get('/supervision/cases?light=red&limit=50'));
    const { items } = await supervisor.get('/supervision/urges');
    for (const { id } of red) {
      const earlier = (items as Json[]).filter((urge) => urge['caseId'] === id && urge['by'] !== '');
      const open = earlier.some(({ stage }) => stage !== 'accepted');
      if (open || !dice.chance(shares.urged)) continue;
      const kind = earlier.length === 0 ? 'reminder' : 'order';
      const message = dice.pick(kind === 'order' ? orders : reminders);
      const replyDueDay = this.#workdaysOn(kind === 'order' ? 2 : 3);
      await tried(supervisor.post('/supervision/urges', { caseId: id, kind, message, replyDueDay }));
      this.#hurry(String(id));
    }
  }

  /** Departments receive and answer, some of them late; supervisors accept, send back, order again, give cards. */
  async #answer(supervisor: ApiClient, dice: Dice): Promise<void> {
    for (const urge of this.#sorted(await supervisor.get('/supervision/urges?state=open'))) {
      const path = `/supervision/urges/${String(urge['id'])}`;
      const head = await this.#headOf(urge);
      if (urge['stage'] === 'issued' && dice.chance(0.6)) await tried(head.post(`${path}/receipt`));
      else if (urge['stage'] !== 'issued' && dice.chance(0.4))
        await tried(head.post(`${path}/reply`, { text: dice.pick(answers), files: [] }));
      else if (urge['late'] === true && urge['kind'] === 'order' && dice.chance(shares.cards)) {
        const reason = '逾期未回复督办件。';
        const given = await tried(supervisor.post(`${path}/cards`, { colour: 'yellow', reason }));
        if (given === undefined)
          await tried(
            supervisor.post('/supervision/urges', {
              follows: urge['id'],
              kind: 'order',
              message: '前次督办逾期未回复，再次督办。',
              replyDueDay: this.#workdaysOn(2),
            }),
          );
      }
    }
    for (const urge of this.#sorted(await supervisor.get('/supervision/urges?stage=replied'))) {
      const path = `/supervision/urges/${String(urge['id'])}`;
      if (dice.chance(0.75)) await tried(supervisor.post(`${path}/accept`, { text: '' }));
      else if (dice.chance(0.4))
        await tried(
          supervisor.post(`${path}/send-back`, {
            text: '请写明办结日期。',
            replyDueDay: this.#workdaysOn(2),
          }),
        );
    }
  }

  /** Findings are given to their department, explained, and closed. */
  async #explain(supervisor: ApiClient, dice: Dice): Promise<void> {
    for (const finding of this.#sorted(await supervisor.get('/supervision/findings?state=open&limit=100'))) {
      const path = `/supervision/findings/${String(finding['id'])}`;
      const { stage } = finding;
      if (!dice.chance(0.35)) continue;
      if (stage === 'opened') {
        const { id: department } = finding['department'] as Json;
        await tried(supervisor.post(`${path}/assign`, { department, text: '请说明情况。' }));
      } else if (stage === 'assigned' || stage === 'sentBack') {
        const head = await this.#headOf(finding);
        await tried(head.post(`${path}/explanation`, { text: dice.pick(explanations), files: [] }));
      } else if (stage === 'explained') {
        const result = dice.chance(0.8) ? 'valid' : 'notValid';
        const text = result === 'valid' ? '情况属实，成立。' : '理由充分，不成立。';
        await tried(supervisor.post(`${path}/close`, { result, text }));
      }
    }
  }

  /** Cases, or records of cases, in the order in which the cases came. */
  #sorted(page: Json): Json[] {
    const placeOf = ({ id, caseId, at, kind, updatedAt }: Json) =>
      [
        String(this.#placeOfCase(String(caseId ?? id))).padStart(16, '0'),
        ...[at, kind, updatedAt].map(String),
      ].join(' ');
    return (page['items'] as Json[]).sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  }

  #headOf(record: Json): Promise<ApiClient> {
    return this.#stage.people.of(String((record['department'] as Json)['id']), 'head');
  }

  #workdaysOn(count: number): string {
    const { app, time } = this.#stage;
    return addWorkdays(shanghaiDay(time.now()), count, app.calendar.calendar);
  }
}

/** What the rules refuse is not done: a card too early, a record that has changed meanwhile. */
async function tried(act: Promise<Json>): Promise<Json | undefined> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return undefined;
    throw error;
  }
}
