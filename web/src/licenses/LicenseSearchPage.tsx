import { useQuery } from '@tanstack/react-query';
import { Button, Card, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findLicenses, type LicenseQuery } from '../api/licenses.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { formatDay, nameOf } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

const ways = ['licenseNo', 'holderCode', 'identifier'] as const;
type Way = (typeof ways)[number];

/** Search in the license store. The purpose comes first and is written into the use log. Nothing of it goes into the address. */
export function LicenseSearchPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [way, setWay] = useState<Way>('licenseNo');
  const [text, setText] = useState('');
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState<{ query: LicenseQuery; purpose: string } | null>(null);
  const found = useQuery({
    queryKey: ['licenses', asked],
    queryFn: () => (asked === null ? { items: [] } : findLicenses(asked.query, asked.purpose)),
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const value = text.trim();
    if (value === '' || purpose.trim() === '') return;
    const query: LicenseQuery =
      way === 'licenseNo'
        ? { licenseNo: value }
        : way === 'holderCode'
          ? { holderCode: value }
          : { identifier: value };
    setAsked({ query, purpose: purpose.trim() });
  };
  return (
    <Page title={t('licenses.title')}>
      <div className="ow-stack">
        <Card>
          <form onSubmit={submit}>
            <Radio.Group
              aria-label={t('licenses.way')}
              value={way}
              onChange={(event: { target: { value?: unknown } }) =>
                setWay(ways.find((one) => one === event.target.value) ?? 'licenseNo')
              }
              options={ways.map((one) => ({ value: one, label: t(`licenses.by.${one}`) }))}
              style={{ marginBottom: 12 }}
            />
            <div className="ow-fields">
              <Field
                id="license-text"
                label={t(`licenses.by.${way}`)}
                required
                error={tried && text.trim() === '' ? t('common.fillIn') : undefined}
              >
                <Input
                  autoComplete="off"
                  maxLength={120}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              </Field>
              <Field
                id="license-purpose"
                label={t('licenses.purpose')}
                hint={t('licenses.purposeHint')}
                required
                error={tried && purpose.trim() === '' ? t('common.fillIn') : undefined}
              >
                <Input maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
              </Field>
            </div>
            <Button type="primary" htmlType="submit" loading={found.isFetching}>
              {t('licenses.search')}
            </Button>
          </form>
        </Card>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {asked !== null && found.isPending ? <LoadingState /> : null}
        {found.data === undefined || asked === null ? null : (
          <Card
            title={
              <h2 className="ow-card-title">{t('licenses.found', { count: found.data.items.length })}</h2>
            }
          >
            {found.data.items.length === 0 ? (
              <EmptyState text={t('licenses.none')} />
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
              <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('licenses.results')}>
                <table className="ow-plain-table">
                  <thead>
                    <tr>
                      <th scope="col">{t('licenses.number')}</th>
                      <th scope="col">{t('licenses.name')}</th>
                      <th scope="col">{t('licenses.holder')}</th>
                      <th scope="col">{t('licenses.issuer')}</th>
                      <th scope="col">{t('licenses.validTo')}</th>
                      <th scope="col">{t('case.state')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.data.items.map((license) => (
                      <tr key={license.id}>
                        <td>
                          <Link to={`/licenses/${license.id}`} state={{ purpose: asked.purpose }}>
                            {license.licenseNo}
                          </Link>
                        </td>
                        <td>{say(license.name)}</td>
                        <td>{license.holderName}</td>
                        <td>{nameOf(license.issuer)}</td>
                        <td className="ow-nowrap">
                          {license.validTo === null
                            ? t('licenses.longTerm')
                            : formatDay(license.validTo, language)}
                        </td>
                        <td>{t(`licenses.state.${license.state}`)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Card>
        )}
      </div>
    </Page>
  );
}
