import { shanghaiDay, shanghaiInstant, shanghaiTime } from '@onewindow/clocks';
import { loadConfig } from '../config/loadConfig.ts';
import { beginJournal, type Journal, readJournal } from '../simulation/journal.ts';
import { accountPrefix, giveTimersBack, openDistrict } from '../simulation/openDistrict.ts';
import { firstDay } from '../simulation/planCases.ts';
import { NotSimulable, requireSimulable } from '../simulation/requireSimulable.ts';
import { type Progress, type Simulated, simulate } from '../simulation/simulate.ts';
import { bootInstallation } from './bootParts.ts';

const exitCodes = { played: 0, refused: 1, stopped: 3 } as const;

/** `onewindow simulate`. Returns the exit code: 0 played to its end, 1 refused, 3 stopped before it. */
export async function runSimulate(input: {
  cases: number;
  days: number;
  seed: string;
  start?: string | undefined;
  into?: string | undefined;
}): Promise<number> {
  let stopAsked = false;
  const ask = () => {
    stopAsked = true;
  };
  process.on('SIGINT', ask).on('SIGTERM', ask);
  const installation = await bootInstallation();
  try {
    const config = loadConfig({ ...process.env, LOG_LEVEL: 'fatal', ...installation.settings });
    requireSimulable(config, input.into);
    const journal = journalOf(installation.dataDir, input);
    if (journal.finished) {
      say(
        `种子 ${input.seed} 已经办完：换一个 --seed 另加。Seed ${input.seed} has been played: add more with another --seed.`,
      );
      return exitCodes.played;
    }
    const stage = await openDistrict(config, journal.reached);
    try {
      const began = performance.now();
      const before = process.cpuUsage();
      const meter = meterOf(journal, began);
      const played = await simulate({ stage, journal, goOn: () => !stopAsked, onProgress: meter });
      report(played, began, process.cpuUsage(before));
      if (played.finished) await giveTimersBack(stage);
      else
        say(
          '未办完前，流程定时器保持暂停。Timers of processes stand still until it has been played to its end.',
        );
      // Nobody is to work under these names.
      if (config.PROFILE === 'prod') {
        const users = await stage.app.models.users.find({ tenant: config.TENANT }, { username: 1 }).lean();
        for (const { _id, username } of users)
          if (username.startsWith(accountPrefix))
            await stage.app.models.users.updateOne({ _id }, { $set: { active: false } });
      }
      return played.finished ? exitCodes.played : exitCodes.stopped;
    } finally {
      await stage.close();
    }
  } catch (error) {
    if (!(error instanceof NotSimulable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return exitCodes.refused;
  } finally {
    process.off('SIGINT', ask).off('SIGTERM', ask);
    await installation.stop();
  }
}

/** The journal of this seed, begun where there is none. Throws NotSimulable when it was begun with other figures. */
function journalOf(
  dataDir: string,
  { seed, cases, days, start }: Parameters<typeof runSimulate>[0],
): Journal {
  if (!/^[\w-]{1,40}$/.test(seed)) throw new NotSimulable('--seed: A-Z a-z 0-9 _ -');
  const known = readJournal(dataDir, seed);
  if (known !== undefined) {
    if (known.order.cases !== cases)
      throw new NotSimulable(
        `种子 ${seed} 已按 ${known.order.cases} 件开始：请写 --cases ${known.order.cases}。Seed ${seed} was begun with ${known.order.cases} cases: say so, or take another.`,
      );
    say(`接着 ${shanghaiTime(known.reached)} 办理。Going on from ${shanghaiTime(known.reached)}.`);
    return known;
  }
  const now = new Date();
  const first = start ?? firstDay(shanghaiDay(now), days);
  const from = shanghaiInstant(first, '00:00');
  const until = new Date(Math.min(now.getTime(), from.getTime() + days * 86_400_000));
  if (from >= until)
    throw new NotSimulable(`第一天 ${first} 在将来。The first day ${first} is still to come.`);
  return beginJournal(dataDir, { seed, cases, from: from.toISOString(), until: until.toISOString() });
}

/** Tells where it stands: on a terminal in one line, else every ten seconds. */
function meterOf({ order, reached }: Journal, began: number): (progress: Progress) => void {
  const { isTTY } = process.stdout;
  const [from, until] = [reached.getTime(), Date.parse(order.until)];
  let told = 0;
  let first: Progress | undefined;
  return (progress) => {
    first ??= progress;
    const now = performance.now();
    if (now - told < (isTTY ? 500 : 10_000)) return;
    told = now;
    const minutes = (now - began) / 60_000;
    const share = (progress.now.getTime() - from) / Math.max(1, until - from);
    const left = share > 0.01 ? `${Math.ceil((minutes / share) * (1 - share))} min` : '…';
    const rate = ((progress.acts - first.acts) / minutes).toFixed(0);
    const text = `${shanghaiTime(progress.now)}  ${progress.begun}/${progress.cases} 件 cases  ${progress.over} 件已了 over  ${rate} 步/分 acts/min  余 left ${left}`;
    process.stdout.write(isTTY ? `\r${text}   ` : `${text}\n`);
  };
}

function report(
  { finished, begun, cases, acts, broken, failures, over }: Simulated,
  began: number,
  used: NodeJS.CpuUsage,
): void {
  const processor = (used.user + used.system) / 1e6 / Math.max(1, begun);
  const minutes = (performance.now() - began) / 60_000;
  say('');
  say(
    `${finished ? '完成 played' : '中断，以相同命令接着办 stopped, the same command goes on'}: ${begun}/${cases} 件 cases, ${over} 件已了 over, ${acts} 步 acts, ` +
      `${minutes.toFixed(1)} 分 min, ${(begun / minutes).toFixed(1)} 件/分 cases/min, ${processor.toFixed(2)} s 处理器/件 processor a case (store and engine apart)`,
  );
  if (broken > 0) say(`${broken} 件未能继续 cases went no further:`);
  const counted = new Map<string, number>();
  for (const { packCode, scenario, act, why } of failures) {
    const line = `${packCode}/${scenario} ${act}: ${why.slice(0, 300)}`;
    counted.set(line, (counted.get(line) ?? 0) + 1);
  }
  for (const [line, count] of counted) say(`  ${count} × ${line}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
