import { useDesigning } from '../DesignerContext.ts';
import { LimitInput } from '../panel/LimitInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';

const itemLimits = ['statutory', 'promised', 'acceptance', 'delivery'] as const;

/** Limits of the item and of its steps. */
export function LimitsTab() {
  const { editor, manifest, texts, locale } = useDesigning();
  const limits = manifest.limits ?? {};
  return (
    <div className="owd-main owd-narrow">
      <h2>{texts.limitsTitle}</h2>
      {itemLimits.map((name) => {
        const value = limits[name];
        const cited = typeof value === 'object' && value !== null;
        const cite = cited ? (value as { cite?: unknown }).cite : undefined;
        return (
          <div className="owd-pair" key={name}>
            <LimitInput
              label={texts[name]}
              value={value}
              onChange={(limit) =>
                editor.setManifest(cited ? ['limits', name, 'limit'] : ['limits', name], limit)
              }
            />
            {cited && (
              <TextInput
                label={texts.cite}
                value={typeof cite === 'string' ? cite : ''}
                onCommit={(text) => editor.setManifest(['limits', name, 'cite'], text)}
              />
            )}
          </div>
        );
      })}
      <h2>{texts.stepLimits}</h2>
      {Object.entries(manifest.steps ?? {}).map(([key, step]) => (
        <LimitInput
          key={key}
          label={step.name?.[locale] ?? key}
          value={step.limit}
          onChange={(limit) => editor.setManifest(['steps', key, 'limit'], limit)}
        />
      ))}
    </div>
  );
}
