import { Alert, Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseCommitment, leaveCommitment } from '../api/cases.ts';
import type { CaseView } from '../api/caseTypes.ts';
import type { CommitmentOffer, CreditRecordKind, SignedBy } from '../api/itemTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { limitWords } from '../components/limitWords.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import type { IntakeDraft } from '../window/useIntakeDraft.ts';

export interface CommitmentSectionProps {
  view: CaseView;
  offer: CommitmentOffer;
  draft: IntakeDraft;
}

/** 告知承诺 at the window: what is committed, what it stands for, who signs, and what the credit check says. */
export function CommitmentSection({ view, offer, draft }: CommitmentSectionProps) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [signedBy, setSignedBy] = useState<SignedBy>(
    view.applicant?.legalRepresentative ? 'legalRepresentative' : 'applicant',
  );
  const [told, setTold] = useState(false);
  const [findings, setFindings] = useState<CreditRecordKind[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const done = () => setFailure(null);
  const choose = useAction({
    run: async () => {
      await draft.flush();
      const found = offer.source === 'form' ? { findings } : {};
      return draft.write(() => chooseCommitment(view.id, { signedBy, ...found }));
    },
    done,
    failed: setFailure,
  });
  const leave = useAction({
    run: () => draft.write(() => leaveCommitment(view.id)),
    success: t('commitment.left'),
    done,
    failed: setFailure,
  });
  const { commitment } = view;
  const open = view.state === 'draft' || view.state === 'received';
  const waived = view.materials.filter(({ key }) => offer.waives.includes(key));
  return (
    <>
      <p>{t('commitment.what')}</p>
      <blockquote className="ow-quote">{say(offer.text)}</blockquote>
      {waived.length === 0 ? null : (
        <p>{t('commitment.waives', { names: waived.map(({ name }) => say(name)).join('、') })}</p>
      )}
      {offer.verificationLimit === null ? null : (
        <p className="ow-muted">
          {t('commitment.verified', { limit: limitWords(offer.verificationLimit, t) })}
        </p>
      )}
      <ProblemAlert error={failure} />
      {commitment === null ? null : (
        <Alert
          type={commitment.state === 'barred' ? 'warning' : 'success'}
          showIcon
          title={t(`commitment.state.${commitment.state}`)}
          description={
            commitment.state === 'barred'
              ? t('commitment.because', {
                  records: commitment.records.map((kind) => t(`commitment.record.${kind}`)).join('、'),
                })
              : commitment.signedAt === null
                ? null
                : t('commitment.signedAt', {
                    at: formatInstant(commitment.signedAt, language),
                    who: t(`commitment.signer.${commitment.signedBy ?? 'applicant'}`),
                  })
          }
        />
      )}
      {commitment === null && open ? (
        <div className="ow-stack" style={{ gap: 8 }}>
          {offer.source === 'form' ? (
            <fieldset className="ow-fieldset">
              <legend>{t('commitment.findings')}</legend>
              <Checkbox.Group
                value={findings}
                onChange={(values) => setFindings(values as CreditRecordKind[])}
                options={offer.refuseWhen.map((kind) => ({
                  value: kind,
                  label: t(`commitment.record.${kind}`),
                }))}
              />
            </fieldset>
          ) : null}
          <fieldset className="ow-fieldset">
            <legend>{t('commitment.whoSigns')}</legend>
            <Radio.Group
              value={signedBy}
              onChange={(event) => setSignedBy(event.target.value as SignedBy)}
              options={(['applicant', 'legalRepresentative', 'agent'] as const).map((who) => ({
                value: who,
                label: t(`commitment.signer.${who}`),
              }))}
            />
          </fieldset>
          <Checkbox checked={told} onChange={(event) => setTold(event.target.checked)}>
            {t('commitment.told')}
          </Checkbox>
          <div>
            <Button disabled={!told} loading={choose.isPending} onClick={() => choose.mutate()}>
              {t('commitment.sign')}
            </Button>
          </div>
        </div>
      ) : null}
      {commitment?.state === 'signed' && view.state === 'draft' ? (
        <Button style={{ marginTop: 8 }} loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('commitment.leave')}
        </Button>
      ) : null}
    </>
  );
}
