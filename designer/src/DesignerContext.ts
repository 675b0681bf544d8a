import { createContext, useContext } from 'react';
import type { PackEditor } from './bpmn/PackEditor.ts';
import type { DesignerTexts } from './i18n/designerTexts.ts';
import type { HostServices } from './model/hostServices.ts';
import type { Manifest } from './model/manifest.ts';
import type { Locale } from './model/packFiles.ts';

/** What every part of the designer sees. */
export interface Designing {
  readonly editor: PackEditor;
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  readonly texts: DesignerTexts;
  readonly locale: Locale;
  readonly readOnly: boolean;
  /** What the page around the designer does for it. */
  readonly host: HostServices;
  /** Counts changes of the diagram, whose elements stay the same objects. */
  readonly revision: number;
}

export const DesignerContext = createContext<Designing | null>(null);

/** The surrounding designer. Throws Error outside of it. */
export function useDesigning(): Designing {
  const designing = useContext(DesignerContext);
  if (designing === null) throw new Error('outside of PackDesigner');
  return designing;
}
