import type { DispatchAct, DispatchEffect } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { Actor } from '../identity/actor.ts';
import type { ActContext, ActVariables } from './actContext.ts';
import { answerTask } from './answerTask.ts';
import { assignFile } from './assignFile.ts';
import { callBack, missCall } from './callBack.ts';
import { checkAct } from './checkAct.ts';
import { closeFile, voidFile } from './closeFile.ts';
import { declineRequest } from './declineRequest.ts';
import { disputeOwner, settleDispute } from './disputeOwner.ts';
import { finishDisposal } from './finishDisposal.ts';
import { openFile } from './openFile.ts';
import { askPostpone, postpone } from './postponeDisposal.ts';
import { reclassify } from './reclassify.ts';
import { redoDisposal } from './redoDisposal.ts';
import { sendBackTask } from './sendBackTask.ts';
import { askSuspend, resume, suspend } from './suspendDisposal.ts';

type Act = (context: ActContext) => Promise<ActVariables> | ActVariables;

const acts: Readonly<Record<DispatchAct, Act>> = {
  reclassify,
  open: openFile,
  assign: assignFile,
  answer: answerTask,
  finish: finishDisposal,
  sendBack: sendBackTask,
  dispute: disputeOwner,
  settle: settleDispute,
  askPostpone,
  postpone,
  askSuspend,
  suspend,
  resume,
  decline: declineRequest,
  redo: redoDisposal,
  void: voidFile,
  callBack,
  missCall,
  close: closeFile,
};

/**
 * What completing a step does to the case file, as its pack says (`effects: dispatch`). Returns the engine variables that
 * it sets. Throws AppError `dispatchRefused` where the pack's rules do not allow it, with the rule in words.
 */
export async function actOnCaseFile(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  departmentId: string;
  effect: DispatchEffect;
  data: Record<string, unknown>;
}): Promise<ActVariables> {
  const { app, change, effect } = options;
  const { subject } = change;
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  if (pack.dispatch === undefined || subject.dispatch === undefined)
    throw new Error(`case ${subject._id} is no case file of a dispatch`);
  const context: ActContext = { ...options, dispatch: pack.dispatch, file: subject.dispatch };
  checkAct(context);
  return acts[effect.act](context);
}
