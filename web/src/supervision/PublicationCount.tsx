import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board } from '../api/supervisionTypes.ts';
import { LightIcon } from '../components/Light.tsx';

/** How many decisions wait to be published, how many of them too long, and where. */
export function PublicationCount({ counts }: { counts: Board['publications'] }) {
  const { t } = useTranslation();
  return (
    <p className="ow-row">
      {counts.late > 0 ? <LightIcon light="red" /> : null}
      <Link to="/publishing">{t('publication.late', { due: counts.due, late: counts.late })}</Link>
      {counts.late > 0 ? (
        <span className="ow-muted">
          {t('publication.lateAt', { names: counts.lateAt.map(({ name }) => name).join(' · ') })}
        </span>
      ) : null}
    </p>
  );
}
