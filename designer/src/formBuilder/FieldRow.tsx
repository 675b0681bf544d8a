import { memo } from 'react';
import type { JsonPath } from './formText.ts';

interface FieldRowProps {
  readonly path: JsonPath;
  readonly depth: number;
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly current: boolean;
  readonly onChoose: (path: JsonPath) => void;
}

/** One component in the list of a form. Drawn again only when something about it has changed. */
export const FieldRow = memo(
  function FieldRow({ path, depth, kind, name, label, current, onChoose }: FieldRowProps) {
    return (
      <li style={{ paddingLeft: Math.min(depth, 5) * 14 }}>
        <button type="button" aria-current={current} title={label} onClick={() => onChoose(path)}>
          <small>{kind}</small>
          <span>{name}</span>
        </button>
      </li>
    );
  },
  (before, after) =>
    before.path.join('.') === after.path.join('.') &&
    (['depth', 'kind', 'name', 'label', 'current', 'onChoose'] as const).every(
      (key) => before[key] === after[key],
    ),
);
