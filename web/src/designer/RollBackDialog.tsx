import { DiffTable, type PackDiff } from '@onewindow/designer/compare';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { diffVersions, rollBackPack } from '../api/packs.ts';
import type { PackView } from '../api/packTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

export interface RollBackDialogProps {
  pack: PackView;
  /** Version whose content comes back. */
  version: number;
  onClose: () => void;
  /** Published; the pack has been read anew. */
  onDone: () => void;
}

/** Shows what rolling back changes, asks why, and publishes the old content as the next version in one act. */
export function RollBackDialog({ pack, version, onClose, onDone }: RollBackDialogProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const { packCode, version: live } = pack;
  const diff = useQuery<PackDiff>({
    queryKey: ['pack-diff', packCode, live, version],
    queryFn: () => diffVersions(packCode, live, version),
  });
  const rollBack = useAction({
    run: (body: { baseVersion: number; note: string }, key) => rollBackPack(packCode, version, body, key),
    done: async (published) => {
      void message.success(t('designer.rollBack.done', { version: published.version }));
      await client.invalidateQueries({ queryKey: ['packs'] });
      onDone();
      await client.refetchQueries({ queryKey: ['pack', packCode] });
    },
    failed: setProblem,
  });
  return (
    <Modal
      open
      width={960}
      title={t('designer.rollBack.title', { version })}
      okText={t('designer.rollBack.go')}
      confirmLoading={rollBack.isPending}
      okButtonProps={{ danger: true, disabled: note.trim() === '' || diff.data === undefined }}
      onOk={() => {
        setProblem(null);
        rollBack.mutate({ baseVersion: live, note: note.trim() });
      }}
      onCancel={onClose}
    >
      <p>{t('designer.rollBack.text', { version })}</p>
      <ProblemAlert error={problem ?? diff.error} />
      <Field id="roll-back-note" label={t('designer.rollBack.note')} required>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className="ow-scroll" aria-labelledby="roll-back-changes" tabIndex={0}>
        <h2 id="roll-back-changes" className="ow-card-title">
          {t('designer.rollBack.changes')}
        </h2>
        {diff.isPending ? <LoadingState /> : null}
        {diff.data === undefined ? null : <DiffTable diff={diff.data} locale={language} />}
      </section>
    </Modal>
  );
}
