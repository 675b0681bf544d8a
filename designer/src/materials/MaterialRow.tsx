import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { useDirectory } from '../item/useDirectory.ts';
import { LimitEditor } from '../limits/LimitEditor.tsx';
import { CheckInput } from '../panel/CheckInput.tsx';
import { NumberInput } from '../panel/NumberInput.tsx';
import { Place } from '../panel/Place.tsx';
import { RowActions } from '../panel/RowActions.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { materialTexts } from './materialTexts.ts';
import { OptionalCondition } from './OptionalCondition.tsx';
import { materialsOf, type WrittenMaterial } from './packMaterials.ts';

const kinds = ['pdf', 'jpg', 'png'] as const;

interface MaterialRowProps {
  readonly material: WrittenMaterial;
  readonly at: number;
  readonly count: number;
  readonly open: boolean;
  readonly onMove: (to: number) => void;
}

/** One material: what it is, when it is asked for, what will do instead. */
export function MaterialRow({ material, at, count, open, onMove }: MaterialRowProps) {
  const { editor, manifest, locale, readOnly } = useDesigning();
  const texts = materialTexts[locale];
  const pack = materialsOf(manifest);
  const name = material.name?.[locale] ?? material.key;
  const set = (part: string, value: unknown) => editor.setManifest(['materials', at, part], value);
  const isKey = material.keyMaterial !== false;
  const accept = material.accept ?? kinds;
  const operations = pack.operations ?? [];
  const used = operations.filter(({ materials }) => materials?.includes(material.key));
  const toggleOperation = (operationAt: number, on: boolean) => {
    const order = (pack.materials ?? []).map(({ key }) => key);
    const now = operations[operationAt]?.materials ?? [];
    const next = on ? [...now, material.key] : now.filter((key) => key !== material.key);
    if (on) next.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    editor.setManifest(['operations', operationAt, 'materials'], next);
  };
  const remove = () =>
    editor.together(() => {
      operations.forEach(({ materials }, index) => {
        if (materials?.includes(material.key))
          editor.setManifest(
            ['operations', index, 'materials'],
            materials.filter((key) => key !== material.key),
          );
      });
      editor.setManifest(count === 1 ? ['materials'] : ['materials', at], undefined);
    });
  const tags = [
    material.required !== false && texts.tags.required,
    isKey && texts.tags.key,
    material.when !== undefined && texts.tags.when,
    (material.licenseTypes?.length ?? 0) > 0 && texts.tags.license,
    used.length === 0 && texts.tags.unused,
  ].filter((tag) => tag !== false);
  return (
    <li>
      <Place at={`materials.${at}`}>
        <Place at={`materials.${material.key}`}>
          <div className="owd-fold-head">
            <RowActions name={name} at={at} count={count} onMove={onMove} onRemove={remove} />
          </div>
          <details open={open}>
            <summary>
              <strong>{name}</strong> <small>{tags.join(' · ')}</small>
            </summary>
            <TextPair
              label={texts.name}
              value={material.name}
              onCommit={(language, text) => editor.setManifest(['materials', at, 'name', language], text)}
            />
            <div className="owd-checks">
              <CheckInput
                label={texts.required}
                checked={material.required !== false}
                onChange={(on) => set('required', on ? undefined : false)}
              />
              <CheckInput
                label={texts.keyMaterial}
                checked={isKey}
                onChange={(on) =>
                  editor.together(() => {
                    set('keyMaterial', on ? undefined : false);
                    if (on && material.laterWithin !== undefined) set('laterWithin', undefined);
                  })
                }
              />
            </div>
            {!isKey && (
              <LimitEditor
                label={texts.laterWithin}
                place={`materials.${at}.laterWithin`}
                value={material.laterWithin}
                absent={texts.notSet}
                units={['workday', 'day', 'month']}
                onChange={(value) => set('laterWithin', value)}
              />
            )}
            <Place at={`materials.${at}.when`}>
              <OptionalCondition
                label={texts.when}
                always={texts.always}
                add={texts.addWhen}
                value={material.when}
                onChange={(value) => set('when', value)}
              />
            </Place>
            <fieldset className="owd-checks">
              <legend>{texts.operations}</legend>
              {operations.map((operation, index) => (
                <CheckInput
                  key={operation.key}
                  label={operation.name?.[locale] ?? operation.key}
                  checked={operation.materials?.includes(material.key) === true}
                  onChange={(on) => toggleOperation(index, on)}
                />
              ))}
            </fieldset>
            <LicenseTypes
              material={material}
              onChange={(types) => set('licenseTypes', types.length === 0 ? undefined : types)}
            />
            <div className="owd-pair">
              <fieldset className="owd-checks">
                <legend>{texts.accept}</legend>
                {kinds.map((kind) => (
                  <CheckInput
                    key={kind}
                    label={kind.toUpperCase()}
                    checked={accept.includes(kind)}
                    onChange={(on) => {
                      const next = kinds.filter((one) => (one === kind ? on : accept.includes(one)));
                      if (next.length > 0) set('accept', next.length === kinds.length ? undefined : next);
                    }}
                  />
                ))}
              </fieldset>
              <NumberInput
                label={texts.maxMegabytes}
                value={material.maxMegabytes ?? 20}
                min={1}
                max={100}
                onChange={(value) => set('maxMegabytes', value === 20 ? undefined : value)}
              />
            </div>
            {material.note === undefined ? (
              <Button
                size="small"
                disabled={readOnly}
                onClick={() => set('note', { 'zh-CN': texts.note, en: 'Note' })}
              >
                {texts.addNote}
              </Button>
            ) : (
              <TextPair
                label={texts.note}
                rows={2}
                value={material.note}
                onCommit={(language, text) => {
                  const other = language === 'en' ? material.note?.['zh-CN'] : material.note?.en;
                  if (text.trim() === '' && (other ?? '').trim() === '') set('note', undefined);
                  else editor.setManifest(['materials', at, 'note', language], text);
                }}
              />
            )}
          </details>
        </Place>
      </Place>
    </li>
  );
}

/** Licenses in store that make handing in needless. */
function LicenseTypes(props: {
  readonly material: WrittenMaterial;
  readonly onChange: (types: string[]) => void;
}) {
  const { locale } = useDesigning();
  const texts = materialTexts[locale];
  const { licenseTypes } = useDirectory();
  const chosen = props.material.licenseTypes ?? [];
  const labelOf = (type: string) => texts.knownTypes[type] ?? type;
  const offered = [
    ...licenseTypes.map(({ type, name }) => ({ type, label: name?.[locale] ?? labelOf(type) })),
    ...chosen
      .filter((type) => !licenseTypes.some((entry) => entry.type === type))
      .map((type) => ({ type, label: labelOf(type) })),
  ];
  return (
    <fieldset className="owd-checks">
      <legend>{texts.licenseTypes}</legend>
      {offered.length === 0 && <span>{texts.noTypes}</span>}
      {offered.map(({ type, label }) => (
        <CheckInput
          key={type}
          label={label}
          checked={chosen.includes(type)}
          onChange={(on) => props.onChange(on ? [...chosen, type] : chosen.filter((one) => one !== type))}
        />
      ))}
    </fieldset>
  );
}
