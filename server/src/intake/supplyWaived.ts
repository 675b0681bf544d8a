import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeClocks } from '../clocks/changeClocks.ts';
import { settleFinding } from '../supervision/settleFinding.ts';

/** Effect key of the finding about a material that was promised for later and did not come. */
export const waivedKey = (clockId: string) => `waived:${clockId}`;

/** A material that was accepted as missing 容缺 has come: its clock stops, what was found about it is closed. */
export async function supplyWaived(options: {
  app: AppContext;
  change: CaseChange;
  materialKey: string;
}): Promise<void> {
  const { app, change, materialKey } = options;
  const { now, subject } = change;
  if (subject.materials.find(({ key }) => key === materialKey)?.waivedUntil === undefined) return;
  const own = (await change.clocks.all()).filter(
    (clock) => clock.kind === 'waivedMaterial' && clock.materialKey === materialKey,
  );
  const open = own.find(({ state }) => state === 'running');
  if (open === undefined) return;
  await changeClocks({
    app,
    change,
    kinds: ['waivedMaterial'],
    edit: (clock) => {
      if (clock.materialKey !== materialKey) return;
      clock.state = 'stopped';
      clock.stoppedAt = now;
    },
  });
  await settleFinding(app, change, waivedKey(open._id));
  change.event('waivedMaterialSupplied', { material: materialKey, dueDay: open.dueDay });
}
