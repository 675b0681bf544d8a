import { Spin } from 'antd';
import { Suspense, use, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { YamlPath } from '../model/manifest.ts';
import { loadPackSchema } from './loadPackSchema.ts';
import { nodeAt } from './PackSchema.ts';
import { SchemaField } from './SchemaField.tsx';
import { FieldWithin } from './SchemaFieldProps.ts';
import './rules.css';

interface PartRulesProps {
  readonly title: string;
  /** Place of the part in pack.yaml: `steps.review`. */
  readonly path: YamlPath;
  /** What of it is edited here. */
  readonly parts: readonly string[];
}

/** More about a part that has a page of its own for what is needed every day; read when it is opened. */
export function PartRules({ title, path, parts }: PartRulesProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="owd-part-rules" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && (
        <Suspense fallback={<Spin size="small" />}>
          <Fields path={path} parts={parts} />
        </Suspense>
      )}
    </details>
  );
}

function Fields({ path, parts }: Omit<PartRulesProps, 'title'>) {
  const schema = use(loadPackSchema());
  const { manifest } = useDesigning();
  const node = nodeAt(schema, path);
  let written: unknown = manifest;
  for (const part of path) written = (written as Record<string | number, unknown> | undefined)?.[part];
  return (
    <FieldWithin value={SchemaField}>
      <div className="owd-rule-grid">
        {parts.flatMap((part) => {
          const child = node?.properties?.[part];
          if (child === undefined) return [];
          return [
            <SchemaField
              key={part}
              node={child}
              path={[...path, part]}
              value={(written as Record<string, unknown> | undefined)?.[part]}
              required={node?.required?.includes(part) === true && child.default === undefined}
            />,
          ];
        })}
      </div>
    </FieldWithin>
  );
}
