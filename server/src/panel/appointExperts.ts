import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { AppError } from '../errors/appError.ts';
import type { UserDocument } from '../identity/model.ts';
import type { RunPanel } from './panelOf.ts';
import { type PanelMember, type PanelState, panelResult } from './panelState.ts';

/**
 * Appoints the experts that the form names by account. Where an earlier appointment is left without a quorum, the new
 * ones join those who have given an opinion; else the panel is a new one.
 * Throws AppError `expertUnknown` (no active account of an expert), `expertTwice` (named twice, heard already or withdrawn),
 * `panelSize`, `panelChair`.
 */
export async function appointExperts(options: {
  app: AppContext;
  change: CaseChange;
  panel: RunPanel;
  data: Record<string, unknown>;
}): Promise<{ state: PanelState; added: number }> {
  const { app, change, panel, data } = options;
  const before = change.subject.panels?.find(({ step }) => step === panel.step);
  const joined = before !== undefined && panelResult(panel.rule, before) === 'noQuorum' ? before.members : [];
  const rows = readPointer(data, panel.members.listFrom);
  const named = (Array.isArray(rows) ? rows : []).map((row: unknown) => ({
    account: String(readPointer(row, '/account') ?? '').trim(),
    chair: readPointer(row, '/chair') === true,
  }));
  const users = (await app.models.users
    .find({ tenant: app.tenant, username: trusted({ $in: named.map(({ account }) => account) }) }, null, {
      session: change.session,
    })
    .lean()) as UserDocument[];
  const fresh = named.map(({ account, chair }): PanelMember => {
    const user = users.find(({ username }) => username === account);
    if (user?.active !== true || !user.roles.includes('expert'))
      throw new AppError('expertUnknown', { params: { account } });
    return { id: user._id, name: user.name, chair, state: 'appointed' };
  });
  const members = [...joined, ...fresh];
  for (const { id, name } of fresh)
    if (members.filter((member) => member.id === id).length > 1)
      throw new AppError('expertTwice', { params: { name } });
  const sitting = members.filter(({ state }) => state !== 'recused');
  const { minimum, maximum } = panel.rule;
  if (fresh.length === 0 || sitting.length < minimum || sitting.length > maximum)
    throw new AppError('panelSize', { params: { minimum, maximum } });
  if (sitting.filter(({ chair }) => chair).length !== 1) throw new AppError('panelChair');
  return { state: { step: panel.step, members }, added: fresh.length };
}
