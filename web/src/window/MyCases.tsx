import { useQuery } from '@tanstack/react-query';
import { Card, Input, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { listCases } from '../api/cases.ts';
import type { CaseState } from '../api/caseTypes.ts';
import { useAddressQuery } from '../app/useAddressQuery.ts';
import { CaseTable } from '../cases/CaseTable.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** The tabs and the state each asks for; `all` asks for none. */
const views: Record<string, CaseState | ''> = {
  draft: 'draft',
  colleagues: 'draft',
  online: 'received',
  received: 'received',
  supplementing: 'supplementing',
  accepted: 'accepted',
  all: '',
};

/** Drafts and cases of this clerk; the chosen tab and number stay in the address. */
export function MyCases() {
  const { t } = useTranslation();
  const [search, set] = useAddressQuery();
  const view = search.get('view') ?? 'draft';
  const caseNo = search.get('caseNo') ?? '';
  const cases = useQuery({
    queryKey: ['cases', 'mine', view, caseNo],
    queryFn: () =>
      listCases(
        caseNo === ''
          ? {
              ...(view === 'online' ? { online: true } : { mine: view !== 'colleagues' }),
              state: views[view],
              limit: 30,
            }
          : { caseNo, limit: 30 },
      ),
  });
  return (
    <Card>
      <Input.Search
        allowClear
        defaultValue={caseNo}
        aria-label={t('window.mine.byNumber')}
        placeholder={t('window.mine.byNumber')}
        onSearch={(value) => set({ caseNo: value.replaceAll(/\D/g, '') })}
        style={{ maxWidth: 320 }}
      />
      <Tabs
        activeKey={view}
        onChange={(key) => set({ view: key, caseNo: '' })}
        items={Object.keys(views).map((key) => ({
          key,
          label: t(`window.mine.${key}`),
          children:
            key !== view ? null : (
              <>
                <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />
                <CaseTable
                  caption={t(`window.mine.${key}`)}
                  cases={cases.data?.items}
                  empty={t(`window.mine.empty.${key}`)}
                  linkTo={(one) =>
                    ['draft', 'received', 'supplementing'].includes(one.state)
                      ? `/window/cases/${one.id}`
                      : `/cases/${one.id}`
                  }
                />
              </>
            ),
        }))}
      />
    </Card>
  );
}
