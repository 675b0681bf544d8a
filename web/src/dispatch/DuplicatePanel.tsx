import { Alert, Button, Card, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Duplicate } from '../api/dispatch.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatInstant } from '../components/formats.ts';

export interface DuplicatePanelProps {
  found: readonly Duplicate[];
  busy: boolean;
  onDecide: (decision: { mergeInto?: string; reason?: string }) => void;
}

/** Open case files of the same place and kind: merge the report into one, or say why a new one is made. */
export function DuplicatePanel({ found, busy, onDecide }: DuplicatePanelProps) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (found.length > 0) heading.current?.focus();
  }, [found]);
  if (found.length === 0) return null;
  return (
    <Card
      title={
        <h2 ref={heading} tabIndex={-1} className="ow-card-title">
          {t('dispatch.duplicate.title', { count: found.length })}
        </h2>
      }
    >
      <Alert type="warning" showIcon title={t('dispatch.duplicate.text')} style={{ marginBottom: 12 }} />
      <ul className="ow-list">
        {found.map((one) => (
          <li key={one.id} className="ow-row">
            <div className="ow-grow">
              <strong className="ow-nums">{one.caseNo}</strong>{' '}
              {one.category === null ? '' : say(one.category)}
              <div className="ow-muted">
                {one.place.area.name} · {one.place.text}
                {one.metres === null ? '' : ` · ${t('dispatch.duplicate.metres', { metres: one.metres })}`}
                {' · '}
                {formatInstant(one.reportedAt, language)} · {t(`dispatch.stage.${one.stage}`)} ·{' '}
                {t('dispatch.duplicate.reports', { reports: one.reports })}
              </div>
            </div>
            <Button type="primary" loading={busy} onClick={() => onDecide({ mergeInto: one.id })}>
              {t('dispatch.duplicate.merge')}
              <span className="ow-hidden">{one.caseNo}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Field
        id="duplicate-reason"
        label={t('dispatch.duplicate.reason')}
        error={missing ? t('dispatch.duplicate.reasonMissing') : undefined}
      >
        <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button
        loading={busy}
        onClick={() => {
          const given = reason.trim().length >= 2;
          setMissing(!given);
          if (given) onDecide({ reason: reason.trim() });
          else document.getElementById('duplicate-reason')?.focus();
        }}
      >
        {t('dispatch.duplicate.anew')}
      </Button>
    </Card>
  );
}
