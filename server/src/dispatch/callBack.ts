import { stopClocks } from '../clocks/startCaseClocks.ts';
import { type ActContext, type ActVariables, writeFile } from './actContext.ts';
import { beginRound } from './beginRound.ts';
import { endFile } from './closeFile.ts';

/**
 * 回访: the answers count for 响应率, 解决率, 满意率. One that reopens (not solved) begins a new round at the unit that had
 * it; otherwise the case file is closed. Sets the pack's variable to `reopen` or `solved`.
 */
export async function callBack(context: ActContext): Promise<ActVariables> {
  const { app, change, dispatch, effect, data, actor, file } = context;
  const questions = dispatch.callBack?.questions ?? [];
  const answers = Object.fromEntries(
    questions.flatMap(({ key }) => (data[key] === undefined ? [] : [[key, String(data[key])]])),
  );
  await stopClocks({ app, change, kinds: ['callBack'] });
  writeFile(context, {
    calls: [...file.calls, { at: change.now, by: actor.name, round: file.round, reached: true, answers }],
  });
  const reopens = questions.some(({ key, answers: possible }) =>
    possible.some((answer) => answer.reopens && answer.value === answers[key]),
  );
  change.event('calledBack', answers);
  if (reopens) {
    await beginRound(context, { counted: 'reopen' });
    change.event('fileReopened', { round: context.file.round });
  } else await endFile(context, 'closed', '');
  return { [effect.variable ?? 'callBackResult']: reopens ? 'reopen' : 'solved' };
}

/** Nobody was reached: tried again until the pack's attempts of this round are used up, then closed unanswered. */
export async function missCall(context: ActContext): Promise<ActVariables> {
  const { app, change, dispatch, effect, actor, file } = context;
  writeFile(context, {
    calls: [
      ...file.calls,
      { at: change.now, by: actor.name, round: file.round, reached: false, answers: {} },
    ],
  });
  const tried = context.file.calls.filter((call) => call.round === file.round).length;
  change.event('callMissed', { times: tried });
  const again = tried < (dispatch.callBack?.attempts ?? 1);
  if (!again) {
    await stopClocks({ app, change, kinds: ['callBack'] });
    await endFile(context, 'closed', '');
  }
  return { [effect.variable ?? 'callBackResult']: again ? 'again' : 'unreached' };
}
