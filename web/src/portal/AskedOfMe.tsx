import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskedOfMe as Asked, type OwnCase, supplyAsked } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { AskedMaterialUpload } from '../asked/AskedMaterialUpload.tsx';
import { formatDay } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { ReasonField } from '../desk/ReasonField.tsx';

/** 补充材料 after acceptance: what a department asks for, handed in from here instead of at the window. */
export function AskedOfMe({ view, onChanged }: { view: OwnCase; onChanged: () => Promise<void> }) {
  const { t } = useTranslation();
  if (view.asked.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('asked.applicant.title')}</h2>}>
      <ul className="ow-list">
        {view.asked.map((asked) => (
          <AskedOnce key={asked.id} asked={asked} caseId={view.id} onChanged={onChanged} />
        ))}
      </ul>
    </Card>
  );
}

function AskedOnce({
  asked,
  caseId,
  onChanged,
}: {
  asked: Asked;
  caseId: string;
  onChanged: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [note, setNote] = useState('');
  const lacking = asked.lines.filter(({ supplied }) => !supplied).length;
  const supply = useAction({
    run: (said: string, key) => supplyAsked(caseId, asked.id, said, key),
    success: t('asked.applicant.handedIn'),
    failed: () => undefined,
    done: onChanged,
  });
  return (
    <li className="ow-stack">
      <p className="ow-portal-text">
        {t('asked.applicant.why', {
          department: asked.department.name,
          reason: asked.reason,
          day: formatDay(asked.dueDay, language),
        })}
      </p>
      <ul className="ow-list">
        {asked.lines.map((line) => (
          <AskedMaterialUpload
            key={line.key}
            owner={`/portal/cases/${caseId}`}
            line={line}
            onUploaded={onChanged}
          />
        ))}
      </ul>
      <ProblemAlert error={supply.error} />
      {lacking > 0 ? (
        <ReasonField
          id={`note-${asked.id}`}
          label={t('asked.applicant.note')}
          hint={t('asked.applicant.noteWhy', { count: lacking })}
          required
          value={note}
          onChange={setNote}
        />
      ) : null}
      <div className="ow-portal-actions">
        <Button
          type="primary"
          size="large"
          loading={supply.isPending}
          disabled={lacking > 0 && note.trim() === ''}
          onClick={() => supply.mutate(note.trim())}
        >
          {t('asked.applicant.handIn')}
        </Button>
      </div>
      <p className="ow-small ow-muted">{t('asked.applicant.orWindow')}</p>
    </li>
  );
}
