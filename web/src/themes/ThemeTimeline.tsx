import { CheckOutlined, ClockCircleOutlined, CloseOutlined, EllipsisOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ThemeItem } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';

const atWindow = ['draft', 'received', 'supplementing'];

/** The items of a theme in order: what each waits for, where it stands and by when it is promised, in words. */
export function ThemeTimeline({ items, linkItems = false }: { items: ThemeItem[]; linkItems?: boolean }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const nameOf = (packCode: string) => {
    const found = items.find((item) => item.packCode === packCode);
    return found === undefined ? packCode : say(found.name);
  };
  return (
    <ol className="ow-progress">
      {items.map((item) => {
        const mark = markOf(item);
        return (
          <li key={item.packCode} className={`ow-progress-${mark.kind}`}>
            <span className="ow-progress-mark">
              <mark.Sign aria-hidden />
            </span>
            <strong>
              {linkItems && item.caseId !== null ? (
                <Link
                  to={
                    atWindow.includes(item.state ?? '')
                      ? `/window/cases/${item.caseId}`
                      : `/cases/${item.caseId}`
                  }
                >
                  {say(item.name)}
                </Link>
              ) : (
                say(item.name)
              )}
            </strong>
            <div className="ow-small ow-muted">
              {item.operationName == null ? null : `${say(item.operationName)} · `}
              {item.department.name}
              {item.caseNo === null ? null : (
                <>
                  {' · '}
                  <span className="ow-nums">{item.caseNo}</span>
                </>
              )}
            </div>
            <div className="ow-small">
              {wordsOf(item, t)}
              {item.after.length > 0 && (item.state === null || item.state === 'waiting')
                ? ` · ${t('theme.after', { items: item.after.map(nameOf).join('、') })}`
                : null}
            </div>
            {item.promisedDay === null || item.basis === 'ended' ? null : (
              <div className="ow-small">
                {t(`theme.basis.${item.basis}`, { day: formatDay(item.promisedDay, language) })}{' '}
                {item.light === null || item.decision !== null ? null : <Light light={item.light} />}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function markOf({ state, decision, annulled }: ThemeItem) {
  if (annulled || decision === 'refuse' || state === 'notAccepted' || state === 'withdrawn')
    return { kind: 'done', Sign: CloseOutlined };
  if (decision === 'grant') return { kind: 'done', Sign: CheckOutlined };
  if (state === 'closed') return { kind: 'done', Sign: CloseOutlined };
  if (state === 'waiting' || state === null) return { kind: 'todo', Sign: ClockCircleOutlined };
  return { kind: 'current', Sign: EllipsisOutlined };
}

function wordsOf(item: ThemeItem, t: (key: string) => string): string {
  if (item.annulled) return t('theme.annulled');
  if (item.decision !== null) return t(`common.decision.${item.decision}`);
  if (item.state === null)
    return item.after.length === 0 ? t('theme.beginsAtOnce') : t('common.caseState.waiting');
  if (item.state === 'closed') return t('theme.endedUnbegun');
  return t(`common.caseState.${item.state}`);
}
