import { type PaintedElement, PathPicture } from '@onewindow/designer/path';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessPath } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { formatInstant } from '../components/formats.ts';

/** The process of a case painted with its way, and the same as a table. */
export function CasePath({ path, xml }: { path: ProcessPath; xml: string }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const told = useMemo(
    () =>
      path.elements.map((element) => {
        const times = element.stays
          .map(({ from, to }) =>
            to === null
              ? t('desk.history.from', { from: formatInstant(from, language) })
              : t('desk.history.between', {
                  from: formatInstant(from, language),
                  to: formatInstant(to, language),
                }),
          )
          .join(t('common.comma'));
        return { ...element, words: say(element.name), standing: t(`desk.history.${element.state}`), times };
      }),
    [path, language, say, t],
  );
  const elements = useMemo<PaintedElement[]>(
    () =>
      told.map(({ id, state, told: named, words, standing, times }) => ({
        id,
        state,
        told: named,
        words: [words, standing, times].filter((part) => part !== '').join(' · '),
      })),
    [told],
  );
  return (
    <div className="ow-stack" style={{ gap: 12 }}>
      <PathPicture
        xml={xml}
        elements={elements}
        flows={path.flows}
        locale={language}
        label={t('desk.history.region')}
        buttons={{
          zoomIn: t('desk.history.zoomIn'),
          zoomOut: t('desk.history.zoomOut'),
          fit: t('desk.history.fit'),
        }}
        broken={t('desk.history.noProcess')}
      />
      <CardTable
        caption={t('desk.history.table')}
        columns={[t('desk.history.element'), t('desk.history.state'), t('desk.history.times')]}
        rows={told
          .filter((element) => element.told)
          .map((element) => ({
            key: element.id,
            cells: [element.words, element.standing, element.times === '' ? '—' : element.times],
          }))}
      />
    </div>
  );
}
