import type { ScenarioStart } from '@onewindow/designer/scenarios';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applicant, Area } from '../../api/caseTypes.ts';
import { Problem } from '../../api/problem.ts';
import { type RehearsalStart, readRehearsedOperation, type Scene } from '../../api/rehearsals.ts';
import type { FormData } from '../../api/types.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';
import { FormPanel } from '../../components/FormPanel.tsx';
import type { FormHandle } from '../../components/FormRenderer.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemState } from '../../components/ProblemState.tsx';
import { AreaSection } from '../../window/AreaSection.tsx';
import { HeldLicense, type HeldLicenseValue, noLicense } from './HeldLicense.tsx';
import { type MaterialChoice, MaterialChoices } from './MaterialChoices.tsx';
import { RehearsedApplicant } from './RehearsedApplicant.tsx';
import { StartAtField } from './StartAtField.tsx';
import samples from './sampleApplicants.json' with { type: 'json' };
import { inScenarioWords, takeSample } from './sampleFiles.ts';

export interface IntakeStartProps {
  scene: Scene;
  /** What scenarios of the pack fill in. */
  starts: readonly ScenarioStart[];
  busy: boolean;
  error: unknown;
  onReceive: (start: RehearsalStart, startAt: string, commit: boolean) => void;
}

/** The window's side of the first act: who applies for what, with which form and materials. */
export function IntakeStart(props: IntakeStartProps) {
  const { scene, starts } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<string>(starts[0]?.key ?? '');
  const [operation, setOperation] = useState(starts[0]?.operation ?? scene.operations[0]?.key ?? '');
  const from = starts.find(
    ({ key }) => key === chosen && operation === starts.find((one) => one.key === key)?.operation,
  );
  return (
    <div className="ow-stack" style={{ gap: 12 }}>
      <div className="ow-fields">
        <Field id="rehearsal-from" label={t('rehearsal.fillFrom')} hint={t('rehearsal.fillFromHint')}>
          <Select
            value={chosen}
            onChange={(key: string) => {
              setChosen(key);
              const start = starts.find((one) => one.key === key);
              if (start !== undefined) setOperation(start.operation);
            }}
            options={[
              ...starts.map(({ key, name }) => ({ value: key, label: say(name) })),
              { value: '', label: t('rehearsal.blank') },
            ]}
          />
        </Field>
        <Field id="rehearsal-operation" label={t('rehearsal.operation')} required>
          <Select
            value={operation}
            onChange={(key: string) => setOperation(key)}
            options={scene.operations.map(({ key, name }) => ({ value: key, label: say(name) }))}
          />
        </Field>
      </div>
      <Application key={`${chosen} ${operation}`} {...props} operation={operation} from={from} />
    </div>
  );
}

function Application({
  scene,
  operation,
  from,
  busy,
  error,
  onReceive,
}: IntakeStartProps & { operation: string; from: ScenarioStart | undefined }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const given = (from?.start ?? {}) as Partial<RehearsalStart>;
  const needs = useQuery({
    queryKey: ['rehearsal', scene.id, 'operation', operation],
    queryFn: () => readRehearsedOperation(scene.id, operation),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [applicant, setApplicant] = useState<Applicant>(() => ({
    ...(samples.legal as Applicant),
    ...(given.applicant as Partial<Applicant>),
  }));
  const [area, setArea] = useState<Area>(given.area ?? {});
  const [startAt, setStartAt] = useState(from?.startAt ?? scene.now);
  const [license, setLicense] = useState<HeldLicenseValue>(noLicense);
  const [materials, setMaterials] = useState<Record<string, MaterialChoice>>({});
  const form: FormHandle = useRef(null);
  const filled = useRef<FormData>(given.form ?? {});
  const errors = useMemo(() => (error instanceof Problem ? error.errors : []), [error]);
  if (needs.data === undefined)
    return needs.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={needs.error} onRetry={() => void needs.refetch()} />
    );
  const {
    form: definition,
    materials: rules,
    requiresLicense,
    commitment,
    areas,
    area: level = 'none',
  } = needs.data;
  const ownLicense = requiresLicense && given.license === undefined;
  const receive = (commit: boolean) => {
    const data = inScenarioWords(form.current?.data() ?? filled.current);
    filled.current = data;
    const chosen = rules.map(({ key }) => [key, materials[key] ?? choiceOf(given, key)] as const);
    const plain = chosen.every(([, choice]) => choice === 'provided');
    const held = Object.fromEntries(
      chosen.flatMap(([key, choice]) => (choice === 'held' ? [[key, 'current']] : [])),
    );
    onReceive(
      {
        ...given,
        operation,
        applicant: { ...applicant },
        ...(level === 'none' ? {} : { area }),
        form: data,
        ...(ownLicense ? { licenses: { current: license }, license: 'current' } : {}),
        materials: plain
          ? { provide: 'all', held: {} }
          : {
              provide: chosen.flatMap(([key, choice]) => (choice === 'provided' ? [key] : [])),
              held: { ...given.materials?.held, ...held },
            },
      },
      startAt,
      commit,
    );
  };
  return (
    <>
      <div>
        <h3 className="ow-card-title">{t('window.part.applicant')}</h3>
        <p className="ow-small ow-muted owr-hint">{t('rehearsal.madeUp')}</p>
      </div>
      <div>
        <RehearsedApplicant value={applicant} onChange={setApplicant} />
      </div>
      <div className="ow-fields">
        <StartAtField value={startAt} onChange={setStartAt} />
      </div>
      {level === 'none' ? null : (
        <>
          <h3 className="ow-card-title">{t('window.part.area')}</h3>
          <AreaSection
            value={area}
            areas={areas}
            withVillage={level === 'village'}
            readOnly={false}
            errorAt={(place) => errors.find((one) => (one.path ?? '') === place)?.message}
            onChange={setArea}
          />
        </>
      )}
      {ownLicense ? <HeldLicense value={license} onChange={setLicense} /> : null}
      <h3 className="ow-card-title">{t('window.part.form')}</h3>
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
      {rules.length === 0 ? null : (
        <MaterialChoices
          rules={rules.map(({ key, name }) => ({ key, name: say(name) }))}
          value={Object.fromEntries(rules.map(({ key }) => [key, materials[key] ?? choiceOf(given, key)]))}
          mayBeHeld={requiresLicense}
          onChange={(key, choice) => setMaterials((before) => ({ ...before, [key]: choice }))}
        />
      )}
      <div className="ow-row">
        <Button type="primary" loading={busy} onClick={() => receive(false)}>
          {t('window.action.receive')}
        </Button>
        {commitment === null || commitment === undefined ? null : (
          <Button disabled={busy} onClick={() => receive(true)}>
            {t('rehearsal.commit')}
          </Button>
        )}
      </div>
    </>
  );
}

/** What a scenario does with a material; without one, it is handed in. */
function choiceOf({ materials }: Partial<RehearsalStart>, key: string): MaterialChoice {
  if (materials === undefined || materials.provide === 'all')
    return materials?.held[key] === undefined ? 'provided' : 'held';
  if (materials.held[key] !== undefined) return 'held';
  return materials.provide.includes(key) ? 'provided' : 'missing';
}
