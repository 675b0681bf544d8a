import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Radio, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOperation } from '../api/cases.ts';
import type { Area } from '../api/caseTypes.ts';
import { prepareForCaller } from '../api/hotline.ts';
import { findOnlineItems } from '../api/portal.ts';
import { Problem } from '../api/problem.ts';
import type { FormData } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { PortalErrors } from '../portal/PortalErrors.tsx';
import { GuideInForm } from '../situation/GuideInForm.tsx';
import { AreaSection } from '../window/AreaSection.tsx';

const keys = ['phone', 'callerName', 'callerNumber'] as const;
const partyKeys = {
  self: [],
  person: ['name', 'idNumber', 'authorisation'],
  company: ['name', 'idNumber', 'legalRepresentative'],
} as const;
type Kind = keyof typeof partyKeys;
const blank: FormData = {};

/** Hotline: writes down an application for a caller, who checks it on their phone and hands it in themself. */
export function HotlinePage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const form: FormHandle = useRef(null);
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState<Kind>('self');
  const [values, setValues] = useState<Record<string, string>>({});
  const [area, setArea] = useState<Area>({});
  const [tried, setTried] = useState(false);
  const [edition, setEdition] = useState(0);
  /** What the form holds now: the guided questions read their answers in it. */
  const [filled, setFilled] = useState(blank);
  const items = useQuery({ queryKey: ['portal', 'items', ''], queryFn: () => findOnlineItems('') });
  const [packCode = '', operation = ''] = chosen.split('/');
  const item = useQuery({
    queryKey: ['operation', packCode, operation],
    queryFn: () => readOperation(packCode, operation),
    enabled: chosen !== '',
  });
  const send = useAction({
    run: (body: Record<string, unknown>, key) => prepareForCaller(body, key),
    failed: () => undefined,
    done: () => {
      setChosen('');
      setValues({});
      setArea({});
      setKind('self');
      setTried(false);
      setEdition((before) => before + 1);
      setFilled(blank);
    },
  });
  const textOf = (key: string) => (values[key] ?? '').trim();
  const wanted = [...keys, ...partyKeys[kind]];
  const lacks = wanted.filter((key) => textOf(key) === '');
  const labelOf = (key: string) =>
    keys.some((own) => own === key) ? t(`portal.hotline.${key}`) : t(`portal.party.${kind}.${key}`);
  const problem = send.error instanceof Problem ? send.error : null;
  const submit = () => {
    setTried(true);
    if (lacks.length > 0 || chosen === '') return;
    const party = Object.fromEntries(partyKeys[kind].map((key) => [key, textOf(key)]));
    send.mutate({
      packCode,
      operation,
      phone: textOf('phone'),
      caller: { name: textOf('callerName'), idNumber: textOf('callerNumber') },
      ...(kind === 'self' ? {} : { party: { kind, ...party } }),
      ...(area.town === undefined ? {} : { area }),
      formData: form.current?.data() ?? {},
    });
  };
  const field = (key: string) => (
    <Field
      key={key}
      id={`hotline-${key}`}
      label={labelOf(key)}
      required
      error={tried && textOf(key) === '' ? t('common.fillIn') : undefined}
    >
      <Input
        maxLength={200}
        autoComplete="off"
        value={values[key] ?? ''}
        onChange={(event) => setValues({ ...values, [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <Page title={t('portal.hotline.title')}>
      <div className="ow-stack">
        <p className="ow-muted">{t('portal.hotline.text')}</p>
        {send.data === undefined || send.isPending ? null : (
          <Alert type="success" showIcon role="status" title={t('portal.hotline.done')} />
        )}
        <PortalErrors
          problem={null}
          missing={
            tried
              ? [
                  ...(chosen === '' ? [{ id: 'hotline-item', text: t('portal.hotline.itemMissing') }] : []),
                  ...lacks.map((key) => ({
                    id: `hotline-${key}`,
                    text: t('portal.party.missing', { name: labelOf(key) }),
                  })),
                ]
              : []
          }
        />
        <ProblemAlert error={problem ?? items.error ?? item.error} />
        <Card title={<h2 className="ow-card-title">{t('portal.hotline.caller')}</h2>}>
          <div className="ow-fields">{keys.map(field)}</div>
          <Radio.Group
            aria-label={t('portal.who.title')}
            value={kind}
            onChange={(event: { target: { value?: unknown } }) => setKind(event.target.value as Kind)}
            options={(['self', 'company', 'person'] as const).map((value) => ({
              value,
              label: t(`portal.party.${value}.kind`),
            }))}
            style={{ marginBottom: 12 }}
          />
          <div className="ow-fields">{partyKeys[kind].map(field)}</div>
        </Card>
        <Card title={<h2 className="ow-card-title">{t('case.item')}</h2>}>
          <Field
            id="hotline-item"
            label={t('case.item')}
            required
            error={tried && chosen === '' ? t('portal.hotline.itemMissing') : undefined}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              value={chosen === '' ? null : chosen}
              placeholder={t('common.choose')}
              onChange={(value: string) => {
                setChosen(value);
                setFilled(blank);
              }}
              options={(items.data?.items ?? []).flatMap((one) =>
                one.operations.map((way) => ({
                  value: `${one.packCode}/${way.key}`,
                  label: `${say(one.name)} · ${say(way.name)}`,
                })),
              )}
            />
          </Field>
          {item.data === undefined || item.data.area === 'none' ? null : (
            <AreaSection
              value={area}
              areas={item.data.areas}
              withVillage={item.data.area === 'village'}
              readOnly={false}
              errorAt={() => undefined}
              onChange={setArea}
            />
          )}
          {chosen !== '' && item.isPending ? <LoadingState /> : null}
          {item.data === undefined ? null : (
            <div id="part-form">
              <GuideInForm
                view={{ packCode, operation }}
                data={filled}
                withNeeded
                onAnswer={({ field: asked }, value) => {
                  form.current?.set({ [asked]: value });
                  setFilled({ ...(form.current?.data() ?? filled), [asked]: value });
                }}
              />
              <FormPanel
                key={`${chosen} ${edition}`}
                form={item.data.form}
                data={blank}
                handle={form}
                onChange={setFilled}
              />
            </div>
          )}
        </Card>
        <div>
          <Button type="primary" size="large" loading={send.isPending} onClick={submit}>
            {t('portal.hotline.send')}
          </Button>
        </div>
      </div>
    </Page>
  );
}
