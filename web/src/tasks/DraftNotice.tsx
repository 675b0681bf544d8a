import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StepDraft } from '../api/taskTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import type { DraftState } from './useStepDraft.ts';

/** What has become of what was filled in before: put back, waiting to be taken over, or saved elsewhere meanwhile. */
export function DraftNotice(props: {
  draft: StepDraft | null;
  /** Put into the form. */
  restored: boolean;
  state: DraftState;
  onTakeOver: () => void;
  onDiscard: () => void;
  onSettle: (keep: boolean) => void;
}) {
  const { draft, restored, state } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { modal } = App.useApp();
  if (state === 'elsewhere') {
    return (
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 12 }}
        title={t('desk.draft.elsewhere')}
        description={
          <div className="ow-row">
            <Button onClick={() => props.onSettle(false)}>{t('desk.draft.reload')}</Button>
            <Button onClick={() => props.onSettle(true)}>{t('desk.draft.overwrite')}</Button>
          </div>
        }
      />
    );
  }
  if (draft === null) return null;
  const at = formatInstant(draft.savedAt, language);
  const discard = () =>
    modal.confirm({
      title: t('desk.draft.discardTitle', { at }),
      okText: t('desk.draft.discard'),
      okButtonProps: { danger: true },
      onOk: props.onDiscard,
    });
  return (
    <Alert
      type={restored ? 'success' : 'warning'}
      showIcon
      style={{ marginBottom: 12 }}
      title={t(restored ? 'desk.draft.restored' : 'desk.draft.outdated', { at })}
      description={
        <div className="ow-row">
          {restored ? null : (
            <Button type="primary" onClick={props.onTakeOver}>
              {t('desk.draft.takeOver')}
            </Button>
          )}
          <Button size="small" onClick={discard}>
            {t('desk.draft.discard')}
          </Button>
        </div>
      }
    />
  );
}
