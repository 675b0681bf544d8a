import { type EscalationStep, escalationRoles } from '@onewindow/clocks';
import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { NumberInput } from '../panel/NumberInput.tsx';
import { Place } from '../panel/Place.tsx';
import { limitTexts } from './limitTexts.ts';
import { chainOf, limitsOf, thresholdsOf } from './packLimits.ts';

/** When the light turns yellow, and who is told when. */
export function EscalationEditor() {
  const { editor, manifest, locale, readOnly } = useDesigning();
  const texts = limitTexts[locale];
  const pack = limitsOf(manifest);
  const thresholds = thresholdsOf(pack);
  const chain = chainOf(pack);
  const own = pack.limits?.escalation !== undefined;
  const base = ['limits', 'escalation'] as const;
  const setYellow = (part: Partial<typeof thresholds>) =>
    editor.setManifest(['limits', 'yellow'], { ...thresholds, ...part });
  const add = () => {
    const used = new Set(chain.map(({ key }) => key));
    let at = chain.length + 1;
    while (used.has(`level${at}`)) at += 1;
    editor.insertYaml('pack.yaml', base, {
      key: `level${at}`,
      at: { after: 'red', workdays: 5 },
      notify: ['supervisor'],
    });
  };
  return (
    <section aria-labelledby="owd-lights">
      <h2 id="owd-lights">{texts.lights}</h2>
      <p className="owd-help">{texts.lightsHelp}</p>
      <Place at="limits.yellow">
        <div className="owd-pair">
          <NumberInput
            label={texts.yellowWorkdays}
            value={thresholds.workdays}
            min={0}
            max={60}
            onChange={(workdays) => setYellow({ workdays })}
          />
          <NumberInput
            label={texts.yellowPercent}
            value={thresholds.percent}
            min={1}
            max={100}
            onChange={(percent) => setYellow({ percent })}
          />
        </div>
      </Place>
      <Place at="limits.escalation">
        <h3>{texts.escalation}</h3>
        {!own && (
          <div className="owd-row">
            <p className="owd-help">{texts.usualChain}</p>
            <Button size="small" disabled={readOnly} onClick={() => editor.setManifest(base, chain)}>
              {texts.ownChain}
            </Button>
          </div>
        )}
        {own && (
          <>
            <ul className="owd-rows">
              {chain.map((step, at) => (
                <Level key={step.key} step={step} at={at} alone={chain.length === 1} />
              ))}
            </ul>
            <div className="owd-row">
              <Button size="small" disabled={readOnly} onClick={add}>
                {texts.addLevel}
              </Button>
              <Button size="small" disabled={readOnly} onClick={() => editor.setManifest(base, undefined)}>
                {texts.dropChain}
              </Button>
            </div>
          </>
        )}
      </Place>
    </section>
  );
}

function Level({
  step,
  at,
  alone,
}: {
  readonly step: EscalationStep;
  readonly at: number;
  readonly alone: boolean;
}) {
  const { editor, locale, readOnly } = useDesigning();
  const texts = limitTexts[locale];
  const path = ['limits', 'escalation', at];
  const kind = typeof step.at === 'string' ? step.at : `after:${step.at.after}`;
  const workdays = typeof step.at === 'string' ? 3 : step.at.workdays;
  const setWhen = (value: string, days = workdays) =>
    editor.setManifest(
      [...path, 'at'],
      value.startsWith('after:') ? { after: value.slice(6), workdays: days } : value,
    );
  const toggle = (role: EscalationStep['notify'][number], on: boolean) => {
    const notify = escalationRoles.filter((entry) => (entry === role ? on : step.notify.includes(entry)));
    if (notify.length > 0) editor.setManifest([...path, 'notify'], notify);
  };
  return (
    <li>
      <div className="owd-pair">
        <ChoiceInput
          label={texts.when}
          value={kind}
          choices={[
            { value: 'yellow', label: texts.atYellow },
            { value: 'red', label: texts.atRed },
            { value: 'after:yellow', label: texts.afterYellow },
            { value: 'after:red', label: texts.afterRed },
          ]}
          onChange={(value) => setWhen(value)}
        />
        {kind.startsWith('after:') && (
          <NumberInput
            label={texts.workdays}
            value={workdays}
            min={1}
            max={200}
            onChange={(days) => setWhen(kind, days)}
          />
        )}
      </div>
      <fieldset className="owd-checks">
        <legend>{texts.notify}</legend>
        {escalationRoles.map((role) => (
          <CheckInput
            key={role}
            label={texts.roles[role] ?? role}
            checked={step.notify.includes(role)}
            onChange={(on) => toggle(role, on)}
          />
        ))}
        <Button
          size="small"
          disabled={readOnly || alone}
          aria-label={sayAbout(locale, texts.removeLevel, step.key)}
          onClick={() => editor.setManifest(path, undefined)}
        >
          {texts.removeLevel}
        </Button>
      </fieldset>
    </li>
  );
}
