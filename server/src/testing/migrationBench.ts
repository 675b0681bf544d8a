import assert from 'node:assert/strict';
import { createEngineClient } from '@onewindow/engine';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { PackFile } from '../catalog/model.ts';
import { actorOf } from '../identity/actorOf.ts';
import { orderMigration } from '../migration/orderMigration.ts';
import type { MigrationWish } from '../migration/planPair.ts';
import { type Edit, edited } from '../migration/versions.fixture.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { reachStep } from './officerOf.ts';
import { startTestServer, type TestServer, TestTime } from './startTestServer.ts';

export const food = '/packs/scjg-food';
export const pass = { outcome: 'pass', formData: reviewPassed };

/** A server with the food license, its designer and window, and what specs of migrations do with them. */
export class MigrationBench {
  readonly server: TestServer;
  readonly app: AppContext;
  readonly time: TestTime;
  readonly designer: ApiClient;
  readonly clerk: ApiClient;
  readonly approver: ApiClient;
  readonly #original: readonly PackFile[];
  #live = 1;

  private constructor(
    server: TestServer,
    time: TestTime,
    [designer, clerk, approver]: [ApiClient, ApiClient, ApiClient],
    original: readonly PackFile[],
  ) {
    this.server = server;
    this.app = server.app;
    this.time = time;
    this.designer = designer;
    this.clerk = clerk;
    this.approver = approver;
    this.#original = original;
  }

  static async open(): Promise<MigrationBench> {
    // Answers that are kept for a repeated request expire by the store's own clock.
    const time = new TestTime(new Date().toISOString());
    const server = await startTestServer({ time });
    const designer = await signIn(server.base, 'designer');
    const people: [ApiClient, ApiClient, ApiClient] = [
      designer,
      await signIn(server.base, 'clerk'),
      await signIn(server.base, 'approver'),
    ];
    const original = (await designer.get(food))['files'] as PackFile[];
    return new MigrationBench(server, time, people, original);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** A minute passes. */
  later(): void {
    this.time.set(new Date(this.time.now().getTime() + 60_000).toISOString());
  }

  async publish(edits: readonly Edit[]): Promise<number> {
    // a text of its own makes each a version of its own content
    const note: Edit = ['pack.yaml', 'aliases: [食品证', `aliases: [第${this.#live + 1}版, 食品证`];
    const files = edited(this.#original, ...edits, note);
    const answer = await this.designer.post(`${food}/versions`, {
      files,
      baseVersion: this.#live,
      note: '测试',
    } as unknown as Json);
    this.#live = Number(answer['version']);
    return this.#live;
  }

  async pairWithCase(): Promise<{ subject: CaseDocument; from: number; to: number }> {
    const from = await this.publish([]);
    const subject = await this.acceptedCase();
    return { subject, from, to: await this.publish([]) };
  }

  async acceptedCase(): Promise<CaseDocument> {
    const draft = await draftFoodLicense(this.clerk);
    const { id, caseNo } = await acceptCase(this.clerk, String(draft['id']));
    // On a busy machine the engine's answer comes after that of the act.
    await reachStep(this.server, this.approver, String(caseNo), 'review');
    return this.stored({ _id: String(id) });
  }

  async stored({ _id }: { _id: string }): Promise<CaseDocument> {
    return (await this.app.models.cases.findOne({ _id }).lean()) as CaseDocument;
  }

  openTasks({ _id }: { _id: string }) {
    return this.app.models.tasks.find({ caseId: _id, active: true }).sort({ _id: 1 }).lean();
  }

  async definitionInEngine({ _id }: { _id: string }): Promise<string> {
    const { engine } = await this.stored({ _id });
    return (await this.app.engine.getInstance(engine.processInstanceId ?? '')).definitionId;
  }

  async standing(subject: CaseDocument) {
    return { stored: await this.stored(subject), definition: await this.definitionInEngine(subject) };
  }

  migratedEvents({ _id }: { _id: string }): Promise<number> {
    return this.app.models.events.countDocuments({ caseId: _id, type: 'caseMigrated' });
  }

  planOf(wish: { from: number; to: number; cases: string[]; mapping?: object; limits?: string }) {
    return this.designer.post(`${food}/migrations/plan`, wish as unknown as Json);
  }

  order(plan: Json, note: string, key?: string, who = this.designer): Promise<Json> {
    return who.post(`${food}/migrations`, this.bodyOf(plan, note) as Json, key === undefined ? {} : { key });
  }

  bodyOf({ from, to, cases, mapping, limits, hash }: Json, note: string): Json {
    const ids = (cases as Json[]).map(({ id }) => id);
    return { from, to, cases: ids, mapping, limits, planHash: hash, note } as Json;
  }

  /** A copy of the server for which the engine is not there: nothing listens at that address. */
  awayFrom(context: AppContext): AppContext {
    const url = 'http://127.0.0.1:9/engine-rest';
    return { ...context, engine: createEngineClient({ ...context.engine.connection, url }) };
  }

  /** Orders as the route does, by a copy of the server that loses the engine before it could be told. */
  async orderWithout(plan: Json, subject: CaseDocument): Promise<void> {
    const looking = {
      ...this.app,
      engine: { ...this.app.engine, executeMigration: this.awayFrom(this.app).engine.executeMigration },
    };
    await this.orderDirectly(looking, plan);
    await deliverDue({ app: this.awayFrom(this.app), destinations });
    assert.equal((await this.stored(subject)).packVersion, plan['from']);
  }

  async orderDirectly(context: AppContext, plan: Json): Promise<void> {
    const account = await this.app.models.users
      .findOne({ tenant: this.app.tenant, username: 'designer' })
      .lean();
    assert.ok(account);
    const { planHash, note, cases, ...wish } = this.bodyOf(plan, '引擎不在') as unknown as Omit<
      MigrationWish,
      'packCode'
    > & { planHash: string; note: string; cases: string[] };
    await orderMigration({
      app: context,
      actor: actorOf(this.app, account),
      wish: { packCode: 'scjg-food', ...wish },
      cases,
      planHash,
      note,
    });
  }
}

export function codes(plan: Json): unknown[] {
  return [...new Set((plan['findings'] as Json[]).map(({ code }) => code))];
}

interface ClockLine {
  kind: string;
  before: Json;
  after: Json;
}

/** Of all cases of the plan. */
const linesOf = (plan: Json) => plan['cases'] as { findings: Json[]; tasks: Json[]; clocks: ClockLine[] }[];
export const findingsOf = (plan: Json) => linesOf(plan).flatMap(({ findings }) => findings);
export const tasksOf = (plan: Json) => linesOf(plan).flatMap(({ tasks }) => tasks);
export const clocksOf = (plan: Json) => linesOf(plan).flatMap(({ clocks }) => clocks);

export function blocking(plan: Json): unknown[] {
  const all = [...(plan['findings'] as Json[]), ...findingsOf(plan)];
  return all.filter(({ severity }) => severity === 'blocking').map(({ code }) => code);
}

export function clockKinds(plan: Json): unknown[] {
  return clocksOf(plan).map(({ kind }) => kind);
}

export async function refusal(call: Promise<unknown>): Promise<ApiProblem> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(problem instanceof ApiProblem, 'was not refused');
  return problem;
}
