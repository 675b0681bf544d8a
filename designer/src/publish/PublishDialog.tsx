import type { PackDiff } from '@onewindow/processes/diff';
import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { ComparisonView } from '../compare/ComparisonView.tsx';
import { compareTexts } from '../compare/compareTexts.ts';
import { useComparison } from '../compare/useComparison.ts';
import { useDesigning } from '../DesignerContext.ts';
import type { Finding, PublishConflict, PublishOutcome } from '../model/packFiles.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

interface PublishDialogProps {
  readonly open: boolean;
  /** It is handed to a second person, who publishes. */
  readonly approval: boolean;
  readonly findings: readonly Finding[];
  /** Tells what publishing would change; null while the dialog is closed or nobody can tell. */
  readonly onCompare: (() => Promise<PackDiff>) | null;
  readonly onPublish: (note: string) => Promise<PublishOutcome>;
  /** The conflict has been read: the next publish is meant on top of this version. */
  readonly onRebase?: ((version: number) => void) | undefined;
  readonly onClose: (outcome?: PublishOutcome) => void;
}

/** Asks for the note and publishes; stays open with the reason when it is refused. */
export function PublishDialog({
  open,
  approval,
  findings,
  onCompare,
  onPublish,
  onRebase,
  onClose,
}: PublishDialogProps) {
  const { texts, locale } = useDesigning();
  const comparison = useComparison(onCompare);
  const id = useId();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [conflict, setConflict] = useState<PublishConflict | null>(null);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const publish = async () => {
    setBusy(true);
    setRefused(null);
    setConflict(null);
    try {
      const outcome = await onPublish(note.trim());
      if (outcome.ok) setNote('');
      else setRefused(outcome.message);
      if (!outcome.ok) setConflict(outcome.conflict ?? null);
      if (outcome.ok || (outcome.findings?.length ?? 0) > 0) onClose(outcome);
    } catch (problem) {
      setRefused(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={approval ? texts.handInTitle : texts.publishTitle}
      width={960}
      okText={approval ? texts.handIn : texts.publish}
      cancelText={texts.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: note.trim() === '' || errors > 0 || conflict !== null }}
      onOk={() => void publish()}
      onCancel={() => onClose()}
    >
      {errors > 0 && <Alert type="error" showIcon title={texts.publishErrors(errors)} />}
      {refused !== null && <Alert type="error" showIcon title={texts.publishRefused} description={refused} />}
      {conflict !== null && (
        <ConflictNotice
          conflict={conflict}
          onRebase={
            onRebase &&
            (() => {
              onRebase(conflict.version);
              setConflict(null);
              setRefused(null);
            })
          }
        />
      )}
      <p>{approval ? texts.handInHint : texts.publishHint}</p>
      <label htmlFor={id}>
        {texts.publishNote} <span className="owd-required">{texts.required}</span>
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={note}
        aria-required
        aria-describedby={`${id}-help`}
        onChange={(event) => setNote(event.target.value)}
      />
      <p id={`${id}-help`} className="owd-help">
        {texts.publishNoteHelp}
      </p>
      {comparison.state !== 'none' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <section className="owd-changes" aria-labelledby={`${id}-changes`} tabIndex={0}>
          <h2 id={`${id}-changes`}>{compareTexts[locale].changesOfDraft}</h2>
          <ComparisonView comparison={comparison} locale={locale} />
        </section>
      )}
    </Modal>
  );
}
