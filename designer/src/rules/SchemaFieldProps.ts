import { type ComponentType, createContext } from 'react';
import type { YamlPath } from '../model/manifest.ts';
import type { SchemaNode } from './PackSchema.ts';

export interface SchemaFieldProps {
  readonly node: SchemaNode;
  /** Place in pack.yaml. */
  readonly path: YamlPath;
  readonly value: unknown;
  /** Whether it must be there. */
  readonly required: boolean;
}

export interface LabelledField extends SchemaFieldProps {
  readonly label: string;
}

/** Draws the fields within a field; given by whoever draws the outermost one. */
export const FieldWithin = createContext<ComponentType<SchemaFieldProps>>(() => null);
