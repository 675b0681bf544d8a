import { Button, Card, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointVisit } from '../../api/caseTypes.ts';
import type { RehearsalAct, Scene } from '../../api/rehearsals.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';
import { FormPanel } from '../../components/FormPanel.tsx';
import type { FormHandle } from '../../components/FormRenderer.tsx';
import { formatInstant } from '../../components/formats.ts';
import { inScenarioWords } from './sampleFiles.ts';

interface VisitActsProps {
  scene: Scene;
  visit: JointVisit;
  busy: boolean;
  onAct: (act: RehearsalAct) => void;
}

/** What the coordinating department does for a joint visit: one appointment and one record for all that come. */
export function VisitActs({ scene, visit, busy, onAct }: VisitActsProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { arranged } = visit;
  const [at, setAt] = useState(scene.now);
  const [place, setPlace] = useState('');
  const [recording, setRecording] = useState(false);
  const form: FormHandle = useRef(null);
  const record = () => {
    if ((form.current?.validate().length ?? 0) > 0) return;
    onAct({ act: 'recordVisit', form: inScenarioWords(form.current?.data() ?? {}) });
  };
  return (
    <Card size="small" title={<h3 className="ow-card-title">{t('theme.visit.title')}</h3>}>
      <p className="ow-small ow-muted">{t('theme.visit.what', { coordinator: visit.coordinator.name })}</p>
      {arranged === null ? (
        <p>{t('theme.visit.notArranged')}</p>
      ) : (
        <p>
          {formatInstant(arranged.at, language)} · {arranged.place}
        </p>
      )}
      <div className="ow-fields">
        <Field id="visit-at" label={t('theme.visit.at')}>
          <Input
            type="datetime-local"
            value={at.replace(' ', 'T')}
            onChange={(event) => setAt(event.target.value.replace('T', ' ').slice(0, 16))}
          />
        </Field>
        <Field id="visit-place" label={t('theme.visit.place')}>
          <Input maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />
        </Field>
      </div>
      {recording && visit.form !== null ? (
        <FormPanel
          form={visit.form}
          data={visit.record}
          errors={[]}
          handle={form}
          onChange={() => undefined}
        />
      ) : null}
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
          <Button onClick={() => setRecording(true)}>{t('theme.visit.record')}</Button>
        )}
      </div>
    </Card>
  );
}
