import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseEdit } from '../api/caseTypes.ts';
import { type ChangeReason, changeReasons, type FilledField } from '../api/known.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';

export type Reasons = NonNullable<CaseEdit['formReasons']>;

/** Fields that were filled in and say something else now: what they said, and why they were changed. */
export function KnownChanges({
  filled,
  reasons,
  readOnly,
  errorAt,
  onChange,
}: {
  filled: readonly FilledField[];
  reasons: Reasons;
  readOnly: boolean;
  errorAt: (field: string) => string | undefined;
  onChange: (reasons: Reasons) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const changed = filled.filter((entry) => entry.changed && entry.source !== 'person');
  if (changed.length === 0) return null;
  return (
    <section className="ow-known" aria-label={t('prefill.changes')}>
      <h3>{t('prefill.changes')}</h3>
      {changed.map((entry) => {
        const given = reasons[entry.field] ?? entry.reason ?? undefined;
        const about = t('prefill.before', { label: say(entry.label), value: say(entry.value) });
        if (readOnly)
          return (
            <p key={entry.field}>
              {about} {given === undefined ? null : t(`prefill.reason.${given.key}`)} {given?.note}
            </p>
          );
        const set = (change: { key?: ChangeReason; note?: string }) => {
          const key = change.key ?? given?.key;
          if (key === undefined) return;
          const note = change.note ?? given?.note ?? '';
          onChange({ ...reasons, [entry.field]: { key, ...(note === '' ? {} : { note }) } });
        };
        return (
          <div key={entry.field}>
            <p className="ow-muted">{about}</p>
            <div className="ow-fields">
              <Field
                id={`reason-${entry.field}`}
                label={t('prefill.why', { label: say(entry.label) })}
                required
                error={given === undefined ? errorAt(entry.field) : undefined}
              >
                <Select
                  value={given?.key ?? null}
                  placeholder={t('common.choose')}
                  onChange={(key: ChangeReason | null) => key !== null && set({ key })}
                  options={changeReasons.map((key) => ({ value: key, label: t(`prefill.reason.${key}`) }))}
                />
              </Field>
              <Field id={`reason-note-${entry.field}`} label={t('prefill.note')}>
                <Input
                  maxLength={300}
                  disabled={given === undefined}
                  value={given?.note ?? ''}
                  onChange={(event) => set({ note: event.target.value })}
                />
              </Field>
            </div>
          </div>
        );
      })}
    </section>
  );
}
