import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { newId } from '../store/newId.ts';
import { LiveRehearsal } from './LiveRehearsal.ts';
import { publishAround } from './publishAround.ts';
import type { RehearsalHouse, RehearsalToPlay } from './RehearsalHouse.ts';
import { newPlace, openStage, type Stage } from './stage.ts';

/** Stages that one copy has at the same time: each holds connections and some 30 MB. */
const most = 4;
/** Minutes without an act after which a stage is closed; the rehearsal itself is kept and played again. */
const idleMinutes = 15;
/** Minutes after which a stage may be closed for somebody who waits for one. */
const yieldsAfter = 3;

interface Seat {
  readonly live: Promise<LiveRehearsal>;
  usedAt: Date;
  busy: number;
}

/** Opens the house of this server copy; its stages open when they are needed. */
export function openHouse(app: AppContext): RehearsalHouse {
  const seats = new Map<string, Seat>();
  const stages = new Map<string, Stage>();
  let opening = 0;

  const idleFor = (seat: Seat) => (app.time.now().getTime() - seat.usedAt.getTime()) / 60_000;

  async function open(): Promise<{ id: string; stage: Stage }> {
    if (stages.size + opening >= most) {
      const [idle] = [...seats]
        .filter(([, seat]) => seat.busy === 0 && idleFor(seat) >= yieldsAfter)
        .sort(([, a], [, b]) => a.usedAt.getTime() - b.usedAt.getTime());
      if (idle === undefined) throw new AppError('rehearsalsBusy', { params: { most } });
      await close(idle[0]);
    }
    opening += 1;
    try {
      const place = newPlace();
      const id = newId();
      const now = app.time.now();
      // Told before anything is there: whatever dies in between is found.
      await app.models.rehearsalStages.create({
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        database: place.database,
        stageTenant: place.tenant,
        dataDir: place.dataDir,
        openedAt: now,
        aliveAt: now,
      });
      const {
        MONGODB_URI: mongodbUri,
        ENGINE_URL: url,
        ENGINE_USER: user,
        ENGINE_PASSWORD: password,
      } = app.config;
      const stage = await openStage(
        { mongodbUri, engine: { url, user, password } },
        { organisation: app.organisation, place },
      );
      stages.set(id, stage);
      return { id, stage };
    } finally {
      opening -= 1;
    }
  }

  async function shut(id: string): Promise<void> {
    const stage = stages.get(id);
    stages.delete(id);
    if (stage === undefined) return;
    await stage.close();
    await app.models.rehearsalStages.deleteOne({ _id: id });
  }

  async function seat({ packCode, files: read }: RehearsalToPlay, onOpen: (id: string) => void) {
    const files = await read();
    const { id, stage } = await open();
    onOpen(id);
    await publishAround(app, stage, files);
    return new LiveRehearsal(stage, await stage.publish(packCode, files), files);
  }

  const stageOf = new Map<string, string>();
  async function close(id: string): Promise<void> {
    const seat = seats.get(id);
    seats.delete(id);
    await seat?.live.then(
      (live) => live.alone(() => Promise.resolve()),
      () => undefined,
    );
    const stage = stageOf.get(id);
    stageOf.delete(id);
    if (stage !== undefined) await shut(stage);
  }

  return {
    async with(rehearsal, work) {
      const { id, record } = rehearsal;
      let mine = seats.get(id);
      if (mine === undefined) {
        mine = { live: seat(rehearsal, (stage) => stageOf.set(id, stage)), usedAt: app.time.now(), busy: 0 };
        seats.set(id, mine);
      }
      mine.busy += 1;
      try {
        const live = await mine.live;
        return await live.alone(async () => {
          await live.bringTo(record);
          return work(live);
        });
      } catch (error) {
        // A stage that did not open, or could not be given the files, is not kept.
        if (
          await mine.live.then(
            () => false,
            () => true,
          )
        )
          await close(id);
        throw error;
      } finally {
        mine.busy -= 1;
        mine.usedAt = app.time.now();
      }
    },
    async once(work) {
      const { id, stage } = await open();
      try {
        return await work(stage);
      } finally {
        await shut(id);
      }
    },
    close,
    async tidy() {
      for (const [id, one] of seats) if (one.busy === 0 && idleFor(one) >= idleMinutes) await close(id);
      for (const id of stages.keys())
        await app.models.rehearsalStages.updateOne({ _id: id }, { $set: { aliveAt: app.time.now() } });
    },
    async stop() {
      await Promise.all([...seats.keys()].map(close));
      await Promise.all([...stages.keys()].map(shut));
    },
  };
}
