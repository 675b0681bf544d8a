import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { startApprovalClocks, stopClocks } from '../clocks/startCaseClocks.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import { startProcess } from './startProcess.ts';

/** What acceptance does to a case, by a clerk or by law (deemed acceptance). */
export async function enterApproval(options: {
  app: AppContext;
  change: CaseChange;
  variables: Record<string, string | number | boolean>;
  /** Day on which the approval clocks start: acceptance, or retroactively receipt when deemed accepted. */
  acceptedAt: Date;
}): Promise<void> {
  const { app, change } = options;
  const { subject } = change;
  subject.state = 'accepted';
  subject.acceptedAt = options.acceptedAt;
  delete subject.supplement;
  await stopClocks({ app, change, kinds: ['acceptance'] });
  await startApprovalClocks({ app, change, variables: options.variables });
  startProcess(change, options.variables);
  if (app.external.connected && (await isMirrored(app, subject)))
    change.outbox({ destination: 'external', type: 'pushCase', payload: {} });
  // Billed at receipt; what the law accepted unpaid stays due until delivery.
  await raiseBill({ app, change, due: 'acceptance' });
  await oweDocument({ app, change, kind: 'acceptanceNotice', once: true });
  tellAccount(change, 'accepted');
}

async function isMirrored(app: AppContext, subject: CaseDocument): Promise<boolean> {
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  return pack.handling === 'mirrored';
}
