import { mergePacks, resolveMerge } from '@onewindow/designer/merge';
import { Alert, Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackFile } from '../../api/packTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import './together.css';

export interface ToMerge {
  /** Whose work it is. */
  by: string;
  base: readonly PackFile[];
  mine: readonly PackFile[];
  theirs: readonly PackFile[];
}

const asMap = (files: readonly PackFile[]) => new Map(files.map(({ path, text }) => [path, text]));

/** Another's work brought together with one's own: what does not touch is taken over, what both changed is chosen. */
export function MergeDialog({
  merging,
  always = false,
  onCancel,
  onMerged,
}: {
  merging: ToMerge;
  /** It matters that they are brought together even where there is nothing to take over. */
  always?: boolean;
  onCancel: () => void;
  onMerged: (files: ReadonlyMap<string, string>) => void;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { by, base, mine, theirs } = merging;
  const merge = useMemo(() => mergePacks(asMap(base), asMap(mine), asMap(theirs)), [base, mine, theirs]);
  const [choices, setChoices] = useState<Record<number, 'mine' | 'theirs'>>({});
  const open = merge.conflicts.length - Object.keys(choices).length;
  const nothing = merge.taken.length === 0 && merge.conflicts.length === 0;
  return (
    <Modal
      open
      width={900}
      title={t('together.mergeTitle', { by })}
      okText={t('together.merge')}
      okButtonProps={{ disabled: open > 0 || (nothing && !always) }}
      onOk={() =>
        onMerged(
          resolveMerge(
            merge,
            merge.conflicts.map((_, at) => choices[at] ?? 'mine'),
          ),
        )
      }
      onCancel={onCancel}
    >
      <p>{t('together.mergeText')}</p>
      {nothing ? <Alert type="info" showIcon title={t('together.nothingNew', { by })} /> : null}
      {merge.taken.length === 0 ? null : (
        <section aria-label={t('together.taken')}>
          <h3 className="ow-card-title">{t('together.taken')}</h3>
          <ul>
            {[...new Set(merge.taken.map((what) => what[language]))].map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </section>
      )}
      {merge.conflicts.length === 0 ? null : (
        <>
          <h3 className="ow-card-title">{t('together.conflicts', { count: merge.conflicts.length })}</h3>
          <p role="status" className="ow-muted">
            {open === 0 ? t('together.allChosen') : t('together.stillOpen', { count: open })}
          </p>
        </>
      )}
      {merge.conflicts.map(({ file, key, element, name: words, mine: own, theirs: other }, at) => {
        const name = words[language];
        return (
          <section
            key={`${file} ${key?.join('.') ?? ''} ${element ?? ''}`}
            className="owt-conflict"
            aria-label={name}
          >
            <strong>{name}</strong>
            <Radio.Group
              className="owt-choice"
              aria-label={name}
              value={choices[at]}
              onChange={(event: { target: { value?: unknown } }) =>
                setChoices((before) => ({ ...before, [at]: event.target.value as 'mine' | 'theirs' }))
              }
              options={[
                { value: 'mine', label: t('together.mine') },
                { value: 'theirs', label: t('together.theirs', { by }) },
              ]}
            />
            <div className="owt-sides">
              <Side label={t('together.mine')} text={own?.[language]} />
              <Side label={t('together.theirs', { by })} text={other?.[language]} />
            </div>
          </section>
        );
      })}
    </Modal>
  );
}

function Side({ label, text }: { label: string; text: string | undefined }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <pre className="owt-text owt-side" tabIndex={0} role="region" aria-label={label}>
      {text ?? t('together.deleted')}
    </pre>
  );
}
