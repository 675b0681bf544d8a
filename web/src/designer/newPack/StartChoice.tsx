import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listStartingPoints, type NewPack } from '../../api/packs.ts';
import type { PackListItem } from '../../api/packTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { StepTableInput } from './StepTableInput.tsx';
import './newPack.css';

/** What a new pack begins with. */
export type Start =
  | { readonly kind: 'gallery'; readonly key: string }
  | { readonly kind: 'pack'; readonly packCode: string }
  | { readonly kind: 'table'; readonly text: string };

/** The part of the request that says it; empty while it is not chosen to the end. */
export function startBody(start: Start): Pick<NewPack, 'template' | 'gallery' | 'table'> {
  if (start.kind === 'gallery') return { gallery: start.key };
  if (start.kind === 'pack') return start.packCode === '' ? {} : { template: start.packCode };
  return start.text.trim() === '' ? {} : { table: start.text };
}

/** Starting points, a published pack to copy, or a table of steps: one of them is chosen. */
export function StartChoice({
  packs,
  start,
  onChange,
}: {
  packs: readonly PackListItem[];
  start: Start;
  onChange: (start: Start) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const points = useQuery({
    queryKey: ['pack-gallery'],
    queryFn: listStartingPoints,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <fieldset className="ow-start">
      <legend>{t('designer.new.start')}</legend>
      <ProblemAlert error={points.error} onRetry={() => void points.refetch()} />
      {points.data?.items.map(({ key, name, description }) => (
        <label key={key} className="ow-start-line">
          <input
            type="radio"
            name="new-pack-start"
            checked={start.kind === 'gallery' && start.key === key}
            onChange={() => onChange({ kind: 'gallery', key })}
          />
          <span>
            {say(name)}
            <span className="ow-small ow-muted">{say(description)}</span>
          </span>
        </label>
      ))}
      <label className="ow-start-line">
        <input
          type="radio"
          name="new-pack-start"
          checked={start.kind === 'table'}
          onChange={() => onChange({ kind: 'table', text: '' })}
        />
        <span>
          {t('designer.new.table.choose')}
          <span className="ow-small ow-muted">{t('designer.new.table.help')}</span>
        </span>
      </label>
      {start.kind === 'table' ? (
        <StepTableInput text={start.text} onChange={(text) => onChange({ kind: 'table', text })} />
      ) : null}
      {packs.length === 0 ? null : (
        <label className="ow-start-line">
          <input
            type="radio"
            name="new-pack-start"
            checked={start.kind === 'pack'}
            onChange={() => onChange({ kind: 'pack', packCode: '' })}
          />
          <span>
            {t('designer.new.copy')}
            <span className="ow-small ow-muted">{t('designer.new.copyHelp')}</span>
          </span>
        </label>
      )}
      {start.kind === 'pack' ? (
        <div className="ow-field ow-start-inner">
          <label htmlFor="new-pack-template">{t('designer.new.template')}</label>
          <select
            id="new-pack-template"
            value={start.packCode}
            onChange={(event) => onChange({ kind: 'pack', packCode: event.target.value })}
          >
            <option value="">{t('designer.new.choosePack')}</option>
            {packs.map((pack) => (
              <option key={pack.packCode} value={pack.packCode}>
                {say(pack.name)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </fieldset>
  );
}
