import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../../api/caseTypes.ts';
import { Problem } from '../../api/problem.ts';
import {
  type RehearsalAct,
  type RehearsalStart,
  readRehearsedOperation,
  type Scene,
} from '../../api/rehearsals.ts';
import type { FormData } from '../../api/types.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';
import { FormPanel } from '../../components/FormPanel.tsx';
import type { FormHandle } from '../../components/FormRenderer.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemState } from '../../components/ProblemState.tsx';
import { AreaSection } from '../../window/AreaSection.tsx';
import { StartAtField } from './StartAtField.tsx';
import { inScenarioWords, takeSample } from './sampleFiles.ts';

interface ReportStartProps {
  scene: Scene;
  busy: boolean;
  error: unknown;
  onReport: (act: RehearsalAct, begin: { start: RehearsalStart; startAt: string }) => void;
}

/** A report comes in, from which the case file of a dispatch is made: source, place, form; it begins the rehearsal. */
export function ReportStart({ scene, busy, error, onReport }: ReportStartProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const operation = scene.operations[0]?.key ?? '';
  const needs = useQuery({
    queryKey: ['rehearsal', scene.id, 'operation', operation],
    queryFn: () => readRehearsedOperation(scene.id, operation),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [source, setSource] = useState(scene.sources[0]?.key ?? '');
  const [area, setArea] = useState<Area>({});
  const [place, setPlace] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [startAt, setStartAt] = useState(scene.now);
  const [asked, setAsked] = useState(false);
  const form: FormHandle = useRef(null);
  const filled = useRef<FormData>({});
  const errors = useMemo(() => (error instanceof Problem ? error.errors : []), [error]);
  if (needs.data === undefined)
    return needs.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={needs.error} onRetry={() => void needs.refetch()} />
    );
  const { form: definition, areas } = needs.data;
  const { town, village } = area;
  const known = asked ? t('rehearsal.report.needed') : undefined;
  const send = () => {
    setAsked(true);
    const data = inScenarioWords(form.current?.data() ?? filled.current);
    filled.current = data;
    const wrong = form.current?.validate() ?? [];
    if (wrong.length > 0 || town === undefined || place.trim().length < 2) return;
    const reporter = {
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    };
    onReport(
      {
        act: 'report',
        source,
        place: { town, ...(village === undefined ? {} : { village }), text: place.trim() },
        form: data,
        ...(Object.keys(reporter).length === 0 ? {} : { reporter }),
      },
      { start: { operation }, startAt },
    );
  };
  return (
    <div className="ow-stack" style={{ gap: 12 }}>
      <div className="ow-fields">
        <Field id="rehearsal-source" label={t('rehearsal.report.source')} required>
          <Select
            value={source}
            onChange={(key: string) => setSource(key)}
            options={scene.sources.map((one) => ({ value: one.key, label: say(one.name) }))}
          />
        </Field>
        <StartAtField value={startAt} onChange={setStartAt} />
      </div>
      <AreaSection
        value={area}
        areas={areas}
        withVillage
        readOnly={false}
        errorAt={(at) => (at === 'area.town' && town === undefined ? known : undefined)}
        onChange={setArea}
      />
      <div className="ow-fields">
        <Field
          id="rehearsal-place"
          label={t('rehearsal.report.place')}
          required
          error={place.trim().length < 2 ? known : undefined}
        >
          <Input maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />
        </Field>
        <Field id="rehearsal-reporter" label={t('rehearsal.report.name')}>
          <Input maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field id="rehearsal-phone" label={t('rehearsal.report.phone')}>
          <Input maxLength={30} value={phone} onChange={(event) => setPhone(event.target.value)} />
        </Field>
      </div>
      <FormPanel
        form={definition}
        data={filled.current}
        errors={errors}
        handle={form}
        upload={takeSample}
        onChange={(data) => {
          filled.current = data;
        }}
      />
      <div className="ow-row">
        <Button type="primary" loading={busy} onClick={send}>
          {t('rehearsal.report.send')}
        </Button>
      </div>
    </div>
  );
}
