import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actOnCase, type CaseAct } from '../api/cases.ts';
import type { CaseView } from '../api/caseTypes.ts';
import { Problem } from '../api/problem.ts';
import type { Text } from '../api/types.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useLanguage } from '../app/useLanguage.ts';
import { useAction } from '../components/useAction.ts';
import { useProblemText } from '../components/useProblemText.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { allowedActions, type IntakeAction } from './allowedActions.ts';
import { DeleteDraftDialog } from './DeleteDraftDialog.tsx';
import type { IntakeSideProps } from './IntakeSide.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import { SupplementDialog } from './SupplementDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

const keys: Record<IntakeAction, string> = {
  takeOver: 'Alt+T',
  receive: 'Alt+R',
  resubmit: 'Alt+R',
  accept: 'Alt+A',
  supplement: 'Alt+U',
  refuse: 'Alt+J',
  withdraw: 'Alt+W',
  delete: 'Alt+X',
};

/** Items of a theme that could not be accepted with the others, as the server tells. */
function notAccepted(output: unknown): { itemName: Text; message: Text }[] {
  if (typeof output !== 'object' || output === null || !('refused' in output)) return [];
  return Array.isArray(output.refused) ? output.refused : [];
}

/** Whether something that is missing may be handed in later 容缺. */
function mayFollow({ materials }: CaseView): boolean {
  return materials.some(
    ({ required, status, keyMaterial }) => required && status === 'missing' && !keyMaterial,
  );
}

/** The buttons of what is allowed now; the first is the usual next step. */
export function IntakeActions({ view, draft, operation, onRefused, onBeforeAct }: IntakeSideProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const words = useProblemText();
  const { say } = useLanguage();
  const [dialog, setDialog] = useState<IntakeAction | null>(null);
  const act = useAction({
    run: async (input: { act: CaseAct; body: unknown }, idempotencyKey: string) => {
      onBeforeAct();
      await draft.flush();
      return draft.write(() => actOnCase(view.id, input.act, input.body, idempotencyKey));
    },
    done: (output, input) => {
      onRefused(null);
      setDialog(null);
      const left = notAccepted(output);
      if (left.length > 0) {
        const items = left.map(({ itemName, message: why }) => `${say(itemName)}：${say(why)}`).join(' ');
        void message.warning({ content: t('theme.notAccepted', { items }), duration: 12 });
        return;
      }
      void message.success({ content: t(`window.done.${input.act}`), duration: 5 });
    },
    failed: (error) => {
      if (error instanceof Problem && !error.outcomeUnknown && error.status === 422) {
        setDialog(null);
        onRefused(error);
      } else void message.error({ content: words(error), duration: 6 });
    },
  });
  const allowed = allowedActions(view);
  const press = (action: IntakeAction) => {
    if (act.isPending) return;
    if (action === 'accept' && view.isTheme && !mayFollow(view)) return act.mutate({ act: action, body: {} });
    if (action === 'takeOver') return act.mutate({ act: 'take-over', body: {} });
    if (action === 'receive' || action === 'resubmit') act.mutate({ act: action, body: {} });
    else setDialog(action);
  };
  useShortcuts(
    allowed.map((action) => ({
      keys: keys[action],
      label: t(`window.action.${action}`),
      run: () => press(action),
    })),
  );
  const [first] = allowed;
  const usual =
    first === 'takeOver' || first === 'receive' || first === 'resubmit' || first === 'accept'
      ? first
      : undefined;
  const common = { open: true, busy: act.isPending, onCancel: () => setDialog(null) };
  return (
    <>
      {allowed.length === 0 ? <p className="ow-muted">{t('window.noActions')}</p> : null}
      <p className="ow-muted">{t(`window.next.${view.state}`)}</p>
      <div className="ow-stack" style={{ gap: 8 }}>
        {allowed.map((action, index) => (
          <Button
            key={action}
            block
            type={action === usual ? 'primary' : 'default'}
            danger={action === 'delete' || action === 'refuse'}
            loading={act.isPending && dialog === null && index === 0}
            onClick={() => press(action)}
          >
            {t(`window.action.${action}`)} <kbd>{keys[action]}</kbd>
          </Button>
        ))}
        {view.state === 'draft' || view.state === 'supplementing' ? null : (
          <Button
            block
            type={usual === undefined ? 'primary' : 'default'}
            onClick={() => void navigate('/window')}
          >
            {t('window.another')}
          </Button>
        )}
      </div>
      {dialog === 'accept' ? (
        <AcceptDialog {...common} view={view} onDone={(body) => act.mutate({ act: 'accept', body })} />
      ) : null}
      {dialog === 'supplement' ? (
        <SupplementDialog
          {...common}
          view={view}
          onDone={(body) => act.mutate({ act: 'supplement', body })}
        />
      ) : null}
      {dialog === 'refuse' ? (
        <RefuseDialog
          {...common}
          atOnce={view.state === 'draft'}
          reasons={operation?.refusalReasons ?? []}
          onDone={(body) => act.mutate({ act: 'refuse-acceptance', body })}
        />
      ) : null}
      {dialog === 'withdraw' ? (
        <WithdrawDialog {...common} onDone={(body) => act.mutate({ act: 'withdraw', body })} />
      ) : null}
      {dialog === 'delete' ? <DeleteDraftDialog view={view} onCancel={() => setDialog(null)} /> : null}
    </>
  );
}
