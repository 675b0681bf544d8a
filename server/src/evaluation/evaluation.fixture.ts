import type { CaseDocument } from '../cases/model.ts';
import { newId } from '../store/newId.ts';
import { openRecord } from '../supervision/openFinding.ts';
import type { TestServer } from '../testing/startTestServer.ts';

/** An instant of November 2026 in Shanghai. */
export function november(day: number, hour = 10): Date {
  return new Date(`2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+08:00`);
}

/** Writes what a month leaves behind, past the use cases that have specs of their own. */
export class MonthWriter {
  readonly #server: TestServer;
  readonly #like: CaseDocument;

  private constructor(server: TestServer, like: CaseDocument) {
    this.#server = server;
    this.#like = like;
  }

  /** `caseId`: a case whose facts of the pack are taken over. */
  static async of(server: TestServer, caseId: string): Promise<MonthWriter> {
    const like = await server.app.models.cases.findOne({ _id: caseId }).lean();
    if (like === null) throw new Error('no such case');
    return new MonthWriter(server, like as CaseDocument);
  }

  async idOf(username: string): Promise<string> {
    const { models, tenant } = this.#server.app;
    const user = await models.users.findOne({ tenant, username }).lean();
    if (user === null) throw new Error(`no account ${username}`);
    return user._id;
  }

  /** A decided case with its promised clock. Returns its id. */
  async decided(of: {
    caseNo: string;
    departmentId?: string;
    by: string;
    day: number;
    onTime: boolean;
    workdays?: number;
    promised?: string;
    lists?: number;
  }): Promise<string> {
    const { models, tenant } = this.#server.app;
    const { departmentId = 'scjg', caseNo, day, onTime, workdays, lists } = of;
    const id = newId();
    const by = { id: await this.idOf(of.by), name: of.by, departmentId };
    const subject = {
      ...this.#like,
      ...{ _id: id, caseNo, departmentId, departmentIds: [departmentId], progressToken: newId() },
      state: 'decided',
      decision: {
        ...{ number: 1, kind: 'grant', at: november(day), by, reason: '', stepKey: 'decide', onTime },
        ...(workdays === undefined ? {} : { workdays }),
        authorisationId: newId(),
      },
      ...(lists === undefined
        ? {}
        : { supplement: { round: lists, items: [], at: november(2), suppliedSince: [] } }),
    };
    await models.cases.collection.insertOne(subject as never, { ignoreUndefined: true });
    const clock = {
      ...{ _id: newId(), schemaVersion: 1, tenant, caseId: id, kind: 'promised', departmentId },
      ...{ limit: of.promised ?? '8 workday', startAt: november(2), pauses: [], extensions: [] },
      ...{ calendarVersion: this.#server.app.calendar.version, dueAt: november(20), dueDay: '2026-11-20' },
      ...{ provisional: false, state: 'stopped', stoppedAt: november(day), escalation: [], version: 1 },
    };
    if (workdays !== undefined) await models.clocks.collection.insertOne(clock as never);
    return id;
  }

  /** A finished task; `late`: after its step was due. */
  async finished(of: {
    by: string;
    caseNo: string;
    day: number;
    late?: boolean;
    role?: string;
    finishedIn?: string;
  }) {
    const { models, tenant } = this.#server.app;
    const id = newId();
    const endedAt = november(of.day);
    const holder = await this.idOf(of.by);
    const stepDueAt = new Date(endedAt.getTime() + (of.late === true ? -1 : 0));
    const { packCode, itemName, operation } = this.#like;
    await models.tasks.collection.insertOne({
      ...{ _id: id as never, schemaVersion: 1, tenant, caseId: of.caseNo, caseNo: of.caseNo },
      ...{ packCode, itemName, operation, stepKey: 'review', stepName: itemName, departmentId: 'scjg' },
      ...{ role: of.role ?? 'approver', batch: false, decision: false, state: 'done', active: false },
      ...{ assignee: { id: holder, name: of.by }, processInstanceId: 'p', createdAt: november(2), endedAt },
      ...{ dueAt: stepDueAt, sortKey: id, paused: false, stepDueAt, touchedAt: new Date() },
      ...(of.finishedIn === undefined ? {} : { finishedIn: of.finishedIn }),
      finishedKey: `${holder}|${endedAt.toISOString()}|${id}`,
    });
  }

  /** A finding that rests on an act of an officer. Returns its id. */
  async finding(of: { caseId: string; caseNo: string; by: string; day: number }): Promise<string> {
    const { app } = this.#server;
    const seq = 900;
    await app.models.events.collection.insertOne({
      ...{ _id: newId() as never, schemaVersion: 1, tenant: app.tenant, caseId: of.caseId, seq },
      ...{ at: november(of.day), type: 'stepCompleted', details: {}, prevHash: '', hash: newId() },
      actor: { kind: 'user', id: await this.idOf(of.by), name: of.by, departmentId: 'scjg' },
    });
    const session = await app.connection.startSession();
    try {
      return await session.withTransaction(() =>
        openRecord(
          app,
          { session, now: app.time.now(), actor: { kind: 'system', name: 'supervision' } },
          {
            ...{ effectKey: `spec:${of.caseId}`, kind: 'stepsRepeated', departmentId: 'scjg' },
            ...{ caseId: of.caseId, caseNo: of.caseNo, dueAt: app.time.now(), rests: [seq] },
            details: { step: 'review', department: 'scjg', count: 3, limit: 3 },
          },
        ),
      );
    } finally {
      await session.endSession();
    }
  }

  async rating(of: { caseId: string; caseNo: string; grade: number; day: number; answered?: number }) {
    const bad = of.grade <= 2;
    await this.#server.app.models.satisfactions.create({
      ...{ _id: newId(), schemaVersion: 1, tenant: this.#server.app.tenant, caseId: of.caseId },
      ...{ caseNo: of.caseNo, packCode: 'scjg-food', departmentId: 'scjg', grade: of.grade, reasons: [] },
      ...{ at: november(of.day), state: bad ? 'answered' : 'noted' },
      ...(bad ? { replyDueDay: `2026-11-${of.day + 5}` } : {}),
      ...(of.answered === undefined
        ? {}
        : {
            reply: {
              text: '已改进',
              at: november(of.answered),
              by: { id: 'x', name: 'x', departmentId: 'scjg' },
            },
          }),
    });
  }

  /** A case file of a dispatch that ended, with the worker who reported it and looked at the place. */
  async file(of: { caseNo: string; by: string; day: number; reopened: number }) {
    const { models, tenant } = this.#server.app;
    await models.evaluations.create({
      ...{ _id: newId(), schemaVersion: 1, tenant, caseId: of.caseNo, caseNo: of.caseNo },
      ...{ packCode: 'grid-city-appearance', itemName: this.#like.itemName, unit: 'csglw' },
      ...{ source: 'gridWorker', result: 'closed', rounds: 1 + of.reopened },
      ...{ counts: { reopen: of.reopened, sendBack: 0 }, responseOnTime: true, disposalOnTime: true },
      ...{ measures: {}, at: november(of.day) },
    });
    await this.report({ caseId: of.caseNo, by: of.by, day: of.day - 1 });
  }

  async report(of: { caseId: string; by: string; day: number }) {
    const { models, tenant } = this.#server.app;
    await models.reports.create({
      ...{ _id: newId(), schemaVersion: 1, tenant, caseId: of.caseId, source: 'gridWorker' },
      ...{ place: { area: 'v005901', text: '村口' }, sealedDescription: 'x', photoIds: [] },
      by: { id: await this.idOf(of.by), name: of.by, departmentId: 'v005901' },
      ...{ at: november(of.day), further: false },
    });
  }
}
