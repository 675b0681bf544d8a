import { useDesigning } from '../DesignerContext.ts';
import { fieldWords } from './fieldWords.ts';
import { GroupField } from './GroupField.tsx';
import { KeyField } from './KeyField.tsx';
import { ListField } from './ListField.tsx';
import { patternOf } from './PackSchema.ts';
import { PickField } from './PickField.tsx';
import type { LabelledField, SchemaFieldProps } from './SchemaFieldProps.ts';
import { SimpleField } from './SimpleField.tsx';
import { type Shape, shapeOf } from './shapeOf.ts';
import { WaysField } from './WaysField.tsx';

/** Shapes that take a whole row. */
const wide: ReadonlySet<Shape> = new Set(['text', 'condition', 'limit', 'picks', 'list', 'group', 'ways']);

/** One part of pack.yaml, edited as its schema says, in the words of its description. */
export function SchemaField(props: SchemaFieldProps) {
  const { locale } = useDesigning();
  const { node, path } = props;
  const { label, help } = fieldWords(node, patternOf(path), locale);
  const shape = shapeOf(node);
  return (
    <div
      className={wide.has(shape) ? 'owd-spot owd-rule owd-rule-wide' : 'owd-spot owd-rule'}
      data-place={path.join('.')}
    >
      <Editor {...props} label={label} shape={shape} />
      {help !== undefined && <p className="owd-help">{help}</p>}
    </div>
  );
}

function Editor({ shape, ...props }: LabelledField & { readonly shape: Shape }) {
  switch (shape) {
    case 'group':
      return <GroupField {...props} />;
    case 'list':
      return <ListField {...props} />;
    case 'picks':
      return <PickField {...props} />;
    case 'ways':
      return <WaysField {...props} />;
    case 'key':
      return <KeyField {...props} />;
    default:
      return <SimpleField {...props} shape={shape} />;
  }
}
