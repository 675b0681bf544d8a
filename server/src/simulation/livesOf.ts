import { listSeedPacks, type PackFiles, readScenarios, type ScenarioFile } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { villageDepartmentId } from '../organisation/villageDepartmentId.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { type Dice, diceOf } from './dice.ts';
import { Life } from './Life.ts';
import { type PlannedCase, reported } from './planCases.ts';
import { planCourse } from './planCourse.ts';
import { disguiseOf } from './retell.ts';
import { streetsOfReports } from './streetsOfReports.ts';
import traffic from './traffic.json' with { type: 'json' };

/** Every planned case with its acts, its people and its place, before any of it happens: the same for the same seed. */
export async function livesOf(
  stage: Stage,
  { seed, planned }: { seed: string; planned: readonly PlannedCase[] },
): Promise<Life[]> {
  const files = await scenariosOf();
  const reportedAt = streetsOfReports();
  const lives: Life[] = [];
  const packs = new Map<string, LoadedPack>();
  for (const packCode of new Set(planned.map((one) => one.packCode)))
    packs.set(packCode, await stage.app.packs.live(packCode));
  for (const one of planned) {
    const file = files.get(`${one.packCode}/${one.course.scenario}`);
    if (file === undefined)
      throw new Error(`traffic.json names a scenario that is none: ${one.packCode}/${one.course.scenario}`);
    const loaded = packs.get(one.packCode);
    if (loaded === undefined) throw new Error(`the pack ${one.packCode} has not been read`);
    const dice = diceOf(seed, 'case', one.no);
    const place = placeOf(stage, diceOf(seed, 'place', one.no).next());
    const told = { ...file, scenario: withPlace(file.scenario, one.packCode) };
    const addressOf = reported.has(one.packCode)
      ? (of: Dice) => reportedAt(one.packCode, place.town ?? '', of)
      : undefined;
    const disguise = disguiseOf(told.scenario, diceOf(seed, 'people', one.no), place, addressOf);
    const { calendar } = stage.app.calendar;
    const acts = planCourse({ planned: one, file: told, loaded, dice, disguise, calendar });
    lives.push(
      new Life({
        planned: one,
        acts,
        stage,
        loaded,
        file: told,
        dice: diceOf(seed, 'acts', one.no),
        disguise,
        online: diceOf(seed, 'door', one.no).chance(traffic.shares.online),
      }),
    );
  }
  return lives;
}

/** Every scenario of the packs that come with the product. */
async function scenariosOf(): Promise<ReadonlyMap<string, ScenarioFile>> {
  const known = new Map<string, ScenarioFile>();
  for (const { packCode, files } of await listSeedPacks())
    for (const file of readScenarios(files as PackFiles).scenarios)
      known.set(`${packCode}/${file.key}`, file);
  return known;
}

/** A report of a town has no position: two of the same place would be one. */
function withPlace(scenario: ScenarioFile['scenario'], packCode: string): ScenarioFile['scenario'] {
  if (!reported.has(packCode)) return scenario;
  const steps = scenario.steps.map((step) => {
    if (step.act !== 'report') return step;
    const { position: _position, ...place } = step.place;
    return { ...step, place };
  });
  return { ...scenario, steps };
}

/** A town of the district and a village of it; more often where the service hall is. */
function placeOf(stage: Stage, throwOf: number): { town?: string; village?: string } {
  const { organisation } = stage.app;
  const towns = organisation.towns();
  if (towns.length === 0 || throwOf < 0.35) return {};
  const town = towns[Math.floor(((throwOf - 0.35) / 0.65) * towns.length)];
  const department = organisation.departmentOfDivision(town?.code ?? '');
  const [village] = organisation.villagesOf(town?.code ?? '');
  if (department === undefined || village === undefined) return {};
  return { town: department.departmentId, village: villageDepartmentId(village.code) };
}
