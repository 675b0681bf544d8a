import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { rowTexts } from './rowTexts.ts';

interface RowActionsProps {
  /** Name of the row, for screen readers. */
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly onMove?: (to: number) => void;
  readonly onRemove?: () => void;
}

/** Moves a row of a list up or down, or takes it away. */
export function RowActions({ name, at, count, onMove, onRemove }: RowActionsProps) {
  const { locale, readOnly } = useDesigning();
  const texts = rowTexts[locale];
  return (
    <span className="owd-row-actions">
      {onMove !== undefined && (
        <>
          <Button
            size="small"
            disabled={readOnly || at === 0}
            aria-label={sayAbout(locale, texts.up, name)}
            title={texts.up}
            data-move="up"
            onClick={() => onMove(at - 1)}
          >
            ↑
          </Button>
          <Button
            size="small"
            disabled={readOnly || at === count - 1}
            aria-label={sayAbout(locale, texts.down, name)}
            title={texts.down}
            data-move="down"
            onClick={() => onMove(at + 1)}
          >
            ↓
          </Button>
        </>
      )}
      {onRemove !== undefined && (
        <Button
          size="small"
          disabled={readOnly}
          aria-label={sayAbout(locale, texts.remove, name)}
          onClick={() => onRemove()}
        >
          {texts.remove}
        </Button>
      )}
    </span>
  );
}
