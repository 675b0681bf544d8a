import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Cosign } from '../api/asked.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';

const signs = { waiting: ClockCircleOutlined, agree: CheckCircleFilled, dissent: CloseCircleFilled };

/** Who signs what, in which way, and what each has said. */
export function CosignRound({ cosign }: { cosign: Cosign }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <div>
      <div className="ow-row">
        <Tag variant="outlined">{t(`asked.cosign.state.${cosign.state}`)}</Tag>
        <span>
          {t('asked.cosign.proposes', {
            by: cosign.by,
            outcome: cosign.outcome === null ? cosign.outcomeKey : say(cosign.outcome),
          })}
        </span>
        <span className="ow-muted">
          {t(`asked.cosign.modes.${cosign.mode}`)}
          {cosign.mode === 'anyOf' ? t('asked.cosign.atLeast', { count: cosign.quorum }) : ''}
        </span>
      </div>
      {cosign.note === '' ? null : <div className="ow-muted">{cosign.note}</div>}
      <ul className="ow-list">
        {cosign.signers.map((signer) => {
          const Sign = signs[signer.position];
          return (
            <li key={signer.name}>
              <Sign aria-hidden /> {signer.name}：
              {t(signer.turn ? 'asked.cosign.turn' : `asked.cosign.position.${signer.position}`)}
              {signer.at === null ? null : (
                <span className="ow-small ow-muted"> {formatInstant(signer.at, language)}</span>
              )}
              {signer.remark === '' ? null : <div>{signer.remark}</div>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
