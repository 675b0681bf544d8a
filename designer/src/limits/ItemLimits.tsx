import { describeLimit, type Limit } from '@onewindow/clocks';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { Place } from '../panel/Place.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { LimitEditor } from './LimitEditor.tsx';
import { limitTexts } from './limitTexts.ts';
import { limitsOf, rulesOf, type WrittenLimits } from './packLimits.ts';

type Kind = 'acceptance' | 'statutory' | 'promised' | 'delivery' | 'publication';

/** The item's own limits. */
export function ItemLimits() {
  const { editor, manifest, locale } = useDesigning();
  const texts = limitTexts[locale];
  const pack = limitsOf(manifest);
  const limits = pack.limits ?? {};
  const rules = rulesOf(pack);
  const byRule = (limit: Limit | undefined) =>
    limit === undefined ? texts.notSet : texts.byRule(describeLimit(limit)[locale]);
  const absent: Partial<Record<Kind, string>> = {
    acceptance: byRule(rules?.acceptance?.limit),
    delivery: byRule(rules?.delivery?.limit),
    publication: byRule(rules?.publication?.limit),
  };
  return (
    <section aria-labelledby="owd-item-limits">
      <h2 id="owd-item-limits">{texts.itemLimits}</h2>
      <p className="owd-help">{texts.itemLimitsHelp}</p>
      <Place at="startsAt">
        <ChoiceInput
          label={texts.startsAt}
          value={pack.startsAt ?? 'acceptance'}
          choices={Object.entries(texts.starts).map(([value, label]) => ({ value, label }))}
          onChange={(value) => editor.setManifest(['startsAt'], value)}
        />
      </Place>
      {(['statutory', 'promised', 'acceptance', 'delivery', 'publication'] as const).map((kind) => {
        const missing = absent[kind];
        return (
          <LimitEditor
            key={kind}
            label={texts.names[kind] ?? kind}
            place={`limits.${kind}`}
            value={limits[kind]}
            cited={kind !== 'promised'}
            {...(missing === undefined ? {} : { absent: missing })}
            onChange={(value) => editor.setManifest(['limits', kind], value)}
          />
        );
      })}
      <ExtensionEditor
        base={['limits']}
        place="limits"
        limits={limits}
        absent={byRule(rules?.extension?.maximum)}
      />
    </section>
  );
}

interface ExtensionProps {
  readonly base: readonly (string | number)[];
  readonly place: string;
  readonly limits: WrittenLimits;
  readonly absent: string;
}

/** How far the limit may be extended, by whom, and by which article. */
function ExtensionEditor({ base, place, limits, absent }: ExtensionProps) {
  const { editor, locale } = useDesigning();
  const texts = limitTexts[locale];
  const { extension } = limits;
  const path = [...base, 'extension'];
  return (
    <>
      <LimitEditor
        label={texts.extension}
        place={`${place}.extension`}
        value={extension?.maximum}
        absent={absent}
        onChange={(value) =>
          value === undefined
            ? editor.setManifest(path, undefined)
            : extension === undefined
              ? editor.setManifest(path, { maximum: value, approverRole: 'head' })
              : editor.setManifest([...path, 'maximum'], value)
        }
      />
      {extension !== undefined && (
        <div className="owd-pair owd-sub">
          <ChoiceInput
            label={texts.approver}
            value={extension.approverRole ?? 'head'}
            choices={['head', 'government'].map((value) => ({
              value,
              label: texts.approvers[value] ?? value,
            }))}
            onChange={(value) => editor.setManifest([...path, 'approverRole'], value)}
          />
          <TextInput
            label={texts.cite}
            value={extension.cite ?? ''}
            onCommit={(cite) =>
              editor.setManifest([...path, 'cite'], cite.trim() === '' ? undefined : cite.trim())
            }
          />
        </div>
      )}
    </>
  );
}
