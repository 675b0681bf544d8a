import type { SchemaNode } from './PackSchema.ts';

let loading: Promise<SchemaNode> | undefined;

/** The schema of pack.yaml, once for all pages; fetched only when one of them is opened. */
export function loadPackSchema(): Promise<SchemaNode> {
  loading ??= import('@onewindow/processes/pack.schema.json', { with: { type: 'json' } }).then(
    (module) => module.default as unknown as SchemaNode,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
