import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { readOnlineItem } from '../api/portal.ts';
import { readAnswers } from '../api/situation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { limitWords } from '../components/limitWords.ts';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { FeeList } from '../fees/FeeList.tsx';
import { OnlineGuide } from '../situation/OnlineGuide.tsx';

/** Before anybody begins: who may apply, what is needed, how long it takes, what it costs. */
export function ItemPage() {
  const { packCode = '', operation = '' } = useParams();
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const answers = search.get('answers') ?? '';
  const item = useQuery({
    queryKey: ['portal', 'item', packCode, operation],
    queryFn: () => readOnlineItem(packCode, operation),
  });
  if (item.data === undefined)
    return item.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={item.error} onRetry={() => void item.refetch()} />
    );
  const { data } = item;
  const others = data.operations.filter(({ key }) => key !== operation);
  return (
    <Page
      title={`${say(data.name)} · ${say(data.operation.name)}`}
      trail={[{ label: t('portal.nav.items'), to: '/portal' }]}
    >
      <div className="ow-stack">
        <Card>
          <Facts
            entries={[
              [t('case.department'), data.department.name],
              [
                t('portal.item.who'),
                data.applicantKinds.map((kind) => t(`window.applicant.${kind}`)).join(t('portal.and')),
              ],
              [t('portal.item.time'), limitWords(data.limits.promised ?? data.limits.statutory, t)],
              [
                t('portal.item.fee'),
                data.fees.length === 0 ? t('portal.item.free') : <FeeList key="fees" fees={data.fees} />,
              ],
            ]}
          />
        </Card>
        {data.requiresLicense ? (
          <Card>
            <p>{t('portal.item.license')}</p>
          </Card>
        ) : null}
        {data.guided ? (
          <OnlineGuide
            packCode={packCode}
            operation={operation}
            answers={readAnswers(answers)}
            onAnswers={(written) => setSearch(written === '' ? {} : { answers: written }, { replace: true })}
          />
        ) : (
          <Card title={<h2 className="ow-card-title">{t('portal.item.materials')}</h2>}>
            <ul>
              {data.materials.map((material) => (
                <li key={material.key}>
                  {say(material.name)}{' '}
                  <span className="ow-muted">
                    {t(material.required ? 'common.material.required' : 'common.material.optional')}
                    {material.fromLicense ? t('portal.item.fromLicense') : null}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <div className="ow-portal-actions">
          <Button
            size="large"
            type="primary"
            onClick={() =>
              void navigate(
                `/portal/apply/${packCode}/${operation}${answers === '' ? '' : `?${new URLSearchParams({ answers })}`}`,
              )
            }
          >
            {t('portal.item.start')}
          </Button>
        </div>
        {others.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('portal.item.others')}</h2>}>
            <ul className="ow-list">
              {others.map(({ key, name }) => (
                <li key={key}>
                  <Link className="ow-portal-item" to={`/portal/items/${packCode}/${key}`}>
                    {say(name)}
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Page>
  );
}
