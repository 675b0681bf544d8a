import { FileSearchOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { type KnownOffer, takeOffers } from '../api/known.ts';
import type { FormData } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import type { IntakeDraft } from '../window/useIntakeDraft.ts';

/** What government knows already and this form asks for: shown line by line, filled in with one press. */
export function KnownOffers({
  caseId,
  offers,
  draft,
  onFilled,
}: {
  caseId: string;
  offers: readonly KnownOffer[];
  draft: IntakeDraft;
  onFilled: (values: FormData) => void;
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const take = useAction({
    run: (offer: KnownOffer): Promise<CaseView> =>
      draft.onVersion((version) => takeOffers(caseId, version, [offer.id])),
    done: (saved) => onFilled(draft.adoptForm(saved) ?? {}),
    success: t('prefill.taken'),
  });
  const shown = offers.length;
  // They come while somebody fills the form in below: what they are at must not be pushed out of sight.
  useLayoutEffect(() => {
    if (shown > 0) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return offers.map((offer) => (
    <Alert
      key={offer.id}
      type="info"
      style={{ marginBottom: 12 }}
      title={t(`prefill.offer.${offer.source}`, {
        name: say(offer.name),
        number: offer.ref,
        day: formatDay(offer.day, language),
      })}
      description={
        <details>
          <summary>{t('prefill.fields', { count: offer.fields.length })}</summary>
          <ul>
            {offer.fields.map(({ field, label, value }) => (
              <li key={field}>
                {say(label)}: {say(value)}
              </li>
            ))}
          </ul>
        </details>
      }
      action={
        <Button
          type="primary"
          ghost
          icon={<FileSearchOutlined aria-hidden />}
          loading={take.isPending}
          onClick={() => take.mutate(offer)}
        >
          {t('prefill.take')}
          <span className="ow-hidden">{offer.ref}</span>
        </Button>
      }
    />
  ));
}
