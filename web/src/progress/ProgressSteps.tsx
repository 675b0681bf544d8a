import { CheckOutlined, EllipsisOutlined, MinusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

const signs = { done: CheckOutlined, current: EllipsisOutlined, todo: MinusOutlined };

/** The steps of the process: done, current, still to come, each in words as well as by its sign. */
export function ProgressSteps({ steps }: { steps: Progress['steps'] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <ol className="ow-progress">
      {steps.map((step, index) => {
        const Sign = signs[step.state];
        return (
          <li
            key={`${index} ${say(step.name)}`}
            className={`ow-progress-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className="ow-progress-mark">
              <Sign aria-hidden />
            </span>
            <strong>{say(step.name)}</strong>
            <div className="ow-small ow-muted">
              {t(`progress.step.${step.state}`)}
              {step.at ? ` · ${formatDay(step.at, language)}` : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
