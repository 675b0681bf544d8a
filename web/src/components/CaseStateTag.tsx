import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '../api/caseTypes.ts';

/** State of a case in words; a decided one says which way. */
export function CaseStateTag({
  state,
  decision,
}: {
  state: CaseState;
  decision?: 'grant' | 'refuse' | undefined;
}) {
  const { t } = useTranslation();
  const words =
    state === 'decided' && decision !== undefined
      ? t(`common.decision.${decision}`)
      : t(`common.caseState.${state}`);
  return <Tag variant="outlined">{words}</Tag>;
}
