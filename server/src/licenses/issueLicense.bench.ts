import { createAppContext } from '../app/createAppContext.ts';
import { loadConfig } from '../config/loadConfig.ts';
import { drawHere } from '../drawing/drawHere.ts';
import { newId } from '../store/newId.ts';
import { readLicenseOrder } from './drawLicense.ts';
import { issueLicense } from './issueLicense.ts';
import type { LicenseDocument } from './model.ts';

// Run by bench/ with the stack's settings and the cases to issue for (comma separated, accepted food licenses) as argument.
// Prints one JSON line: milliseconds of each issue, and of each drawing and signing with nothing else.
const caseIds = (process.argv[2] ?? '').split(',').filter((id) => id !== '');
const app = await createAppContext(loadConfig({ ...process.env, BACKGROUND: 'false' }));

const issueTimes: number[] = [];
const bareTimes: number[] = [];
let bare: (() => Promise<unknown>) | undefined;
for (const [at, caseId] of caseIds.entries()) {
  await authorise(caseId);
  const issue = await timed(() => issueLicense({ app, caseId, decisionNo: 1 }));
  const license = (await app.models.licenses
    .findOne({ tenant: app.tenant, effectKey: `${caseId}:license:1` })
    .lean()) as LicenseDocument | null;
  if (license?.state !== 'issued') throw new Error(`case ${caseId} got no license`);
  bare ??= await prepareBare(license);
  const drawn = await timed(bare);
  // The first ones warm up fonts, keys and the compiler.
  if (at < 3) continue;
  issueTimes.push(issue);
  bareTimes.push(drawn);
}
process.stdout.write(`${JSON.stringify({ issueTimes, bareTimes })}\n`);
await app.drawing.close();
await app.connection.close();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The authorisation that a decision under re-authentication stores. */
async function authorise(caseId: string): Promise<void> {
  await app.models.authorisations.create({
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    caseId,
    decisionNo: 1,
    kind: 'grant',
    contentHash: '0'.repeat(64),
    by: { id: 'bench', name: 'bench', departmentId: 'scjg' },
    at: app.time.now(),
    commandId: newId(),
  });
}

/** The same drawing and signing (PDF, QR signature, seal, time stamp) with every input at hand and nothing stored. */
async function prepareBare(license: LicenseDocument): Promise<() => Promise<unknown>> {
  const order = await readLicenseOrder(app, license);
  const room = drawHere(app.seals);
  return () => room.license(order);
}
