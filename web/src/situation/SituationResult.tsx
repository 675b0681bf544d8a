import { CheckCircleFilled, MinusCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidedMaterial, Situation } from '../api/situation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { limitWords } from '../components/limitWords.ts';

/** What the answers come to: which situation with which limit, which materials remain, which fall away and why. */
export function SituationResult({
  situation,
  neededToo = true,
}: {
  situation: Situation;
  /** Left out where the materials stand in a list of their own. */
  neededToo?: boolean;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { materials } = situation;
  const of = (verdict: GuidedMaterial['verdict']) =>
    materials.filter((material) => material.verdict === verdict);
  const [needed, open, away] = [of('yes'), of('open'), of('no')];
  const unanswered = situation.questions.filter(({ answer }) => answer === null).length;
  const reason = ({ because }: GuidedMaterial) =>
    because
      .flatMap(({ title, answer }) =>
        answer === null ? [] : [t('situation.because', { question: say(title), answer: say(answer) })],
      )
      .join(t('common.comma')) || t('situation.notHere');
  const dependence = ({ dependsOn }: GuidedMaterial) =>
    dependsOn.length === 0
      ? t('situation.dependsOnForm')
      : t('situation.dependsOn', { questions: dependsOn.map((title) => say(title)).join(t('common.comma')) });
  return (
    <section className="ow-situation" aria-label={t('situation.result')}>
      <p role="status">
        {unanswered > 0 ? `${t('situation.open', { count: unanswered })} ` : null}
        {away.length > 0
          ? t('situation.needs', { count: needed.length, less: away.length })
          : t('situation.needsAll', { count: needed.length })}
      </p>
      <Limits situation={situation} />
      {neededToo ? (
        <Materials
          title={t('situation.needed')}
          icon={<CheckCircleFilled aria-hidden className="ow-light-green" />}
          lines={needed.map((material) => ({
            key: material.key,
            name: say(material.name),
            more: [
              t(material.required ? 'common.material.required' : 'common.material.optional'),
              material.fromLicense ? t('portal.item.fromLicense') : '',
              material.note === null ? '' : ` ${say(material.note)}`,
            ].join(''),
          }))}
        />
      ) : null}
      <Materials
        title={t('situation.depends')}
        icon={<QuestionCircleOutlined aria-hidden />}
        lines={open.map((material) => ({
          key: material.key,
          name: say(material.name),
          more: dependence(material),
        }))}
      />
      <Materials
        title={t('situation.away')}
        icon={<MinusCircleOutlined aria-hidden />}
        lines={away.map((material) => ({
          key: material.key,
          name: say(material.name),
          more: reason(material),
        }))}
      />
    </section>
  );
}

/** The limits of the situation; where several may still apply, each of them. */
function Limits({ situation: { situations } }: { situation: Situation }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const named = situations.some(({ name }) => name !== null);
  const limited = situations.some(({ statutory, promised }) => statutory !== null || promised !== null);
  if (!named && !limited) return null;
  const line = ({ name, statutory, promised }: Situation['situations'][number]) => (
    <>
      {named ? <strong>{name === null ? t('situation.ordinary') : say(name)}</strong> : null}
      {named ? ' · ' : null}
      {t('situation.limits', { promised: limitWords(promised, t), statutory: limitWords(statutory, t) })}
    </>
  );
  const [only] = situations;
  if (situations.length === 1 && only !== undefined) return <p>{line(only)}</p>;
  return (
    <>
      <h3>{t('situation.possible')}</h3>
      <ul>
        {situations.map((one) => (
          <li key={one.name?.en ?? ''}>{line(one)}</li>
        ))}
      </ul>
    </>
  );
}

function Materials({
  title,
  icon,
  lines,
}: {
  title: string;
  icon: ReactNode;
  lines: readonly { key: string; name: string; more: string }[];
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="ow-situation-list">
        {lines.map(({ key, name, more }) => (
          <li key={key}>
            {icon} {name} <span className="ow-muted ow-small">{more}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
