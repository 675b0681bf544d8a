import { useDesigning } from '../DesignerContext.ts';
import type { YamlPath } from '../model/manifest.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { freshKey } from './newValue.ts';
import { rulesTexts } from './rulesTexts.ts';

type WrittenFee = Readonly<Record<string, unknown>>;

/** What a fee that is only told does not have, and one that is billed. */
export function hiddenInFee(fee: WrittenFee): readonly string[] {
  return fee['amountFen'] === undefined
    ? ['key', 'amountFen', 'unit', 'quantity', 'due', 'refundOn']
    : ['amount'];
}

/** Whether this system bills a fee, or only tells it (`amount` in words). */
export function FeeWay({ path, fee }: { readonly path: YamlPath; readonly fee: WrittenFee }) {
  const { editor, manifest, locale } = useDesigning();
  const texts = rulesTexts[locale];
  const fees = (manifest as unknown as { readonly fees?: readonly unknown[] }).fees ?? [];
  const bill = () =>
    editor.together(() => {
      editor.setManifest([...path, 'amount'], undefined);
      editor.setManifest([...path, 'amountFen'], 100);
      if (fee['key'] === undefined) editor.setManifest([...path, 'key'], freshKey('fee', fees.slice(1)));
    });
  const tell = () =>
    editor.together(() => {
      for (const part of ['amountFen', 'unit', 'quantity', 'due', 'refundOn'])
        if (fee[part] !== undefined) editor.setManifest([...path, part], undefined);
      editor.setManifest([...path, 'amount'], texts.newWords);
    });
  return (
    <ChoiceInput
      label={texts.feeWay}
      value={fee['amountFen'] === undefined ? 'told' : 'billed'}
      choices={[
        { value: 'billed', label: texts.billed },
        { value: 'told', label: texts.told },
      ]}
      onChange={(way) => (way === 'billed' ? bill() : tell())}
    />
  );
}
