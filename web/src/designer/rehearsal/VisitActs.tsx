import { Alert, Button, Card, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointVisit } from '../../api/caseTypes.ts';
import { Problem } from '../../api/problem.ts';
import type { RehearsalAct, Scene } from '../../api/rehearsals.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';
import { FormPanel } from '../../components/FormPanel.tsx';
import type { FormHandle } from '../../components/FormRenderer.tsx';
import { formatInstant } from '../../components/formats.ts';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { inScenarioWords } from './sampleFiles.ts';

interface VisitActsProps {
  scene: Scene;
  visit: JointVisit;
  /** Told apart from the cards of other tasks. */
  id: string;
  busy: boolean;
  /** Why the last of these acts was refused. */
  error: unknown;
  onAct: (act: RehearsalAct) => void;
}

/** What the coordinating department does for a joint visit: one appointment and one record for all that come. */
export function VisitActs({ scene, visit, id, busy, error, onAct }: VisitActsProps) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { arranged } = visit;
  const [at, setAt] = useState(arranged === null ? scene.now : inShanghai(arranged.at));
  const [place, setPlace] = useState(arranged?.place ?? '');
  const [recording, setRecording] = useState(false);
  const form: FormHandle = useRef(null);
  const errors = useMemo(() => (error instanceof Problem ? error.errors : []), [error]);
  const recorded = Object.keys(visit.record).length > 0;
  const record = () => {
    if ((form.current?.validate().length ?? 0) > 0) return;
    onAct({ act: 'recordVisit', form: inScenarioWords(form.current?.data() ?? {}) });
  };
  return (
    <Card
      size="small"
      className="owr-visit"
      title={<h3 className="ow-card-title">{t('theme.visit.title')}</h3>}
    >
      <p className="ow-small ow-muted">{t('theme.visit.what', { coordinator: visit.coordinator.name })}</p>
      {arranged === null ? (
        <p>{t('theme.visit.notArranged')}</p>
      ) : (
        <p>
          {formatInstant(arranged.at, language)} · {arranged.place}
        </p>
      )}
      <ul className="ow-list">
        {visit.visits.map((one) => (
          <li key={one.department.id}>
            {one.department.name} · {say(one.itemName)} ·{' '}
            {t(one.made ? 'theme.visit.made' : 'theme.visit.toMake')}
          </li>
        ))}
      </ul>
      <div className="ow-fields">
        <Field id={`visit-at-${id}`} label={t('theme.visit.at')}>
          <Input
            type="datetime-local"
            value={at.replace(' ', 'T')}
            onChange={(event) => setAt(event.target.value.replace('T', ' ').slice(0, 16))}
          />
        </Field>
        <Field id={`visit-place-${id}`} label={t('theme.visit.place')}>
          <Input maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />
        </Field>
      </div>
      {recording && visit.form !== null ? (
        <FormPanel
          form={visit.form}
          data={visit.record}
          errors={errors}
          handle={form}
          onChange={() => undefined}
        />
      ) : null}
      {recorded && !recording ? <Alert type="success" showIcon title={t('theme.visit.saved')} /> : null}
      <ProblemAlert error={error} hideFields />
      <div className="ow-row" style={{ marginTop: 8 }}>
        <Button
          disabled={busy || place.trim() === ''}
          onClick={() => onAct({ act: 'arrangeVisit', visitAt: at, place: place.trim() })}
        >
          {t(arranged === null ? 'theme.visit.arrange' : 'theme.visit.rearrange')}
        </Button>
        {visit.form === null ? null : recording ? (
          <Button type="primary" disabled={busy} onClick={record}>
            {t('theme.visit.saveRecord')}
          </Button>
        ) : (
          <Button onClick={() => setRecording(true)}>
            {t(recorded ? 'theme.visit.correctRecord' : 'theme.visit.record')}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** An instant as the format of scenarios writes it: 2026-11-04 14:00, in Shanghai. */
function inShanghai(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
