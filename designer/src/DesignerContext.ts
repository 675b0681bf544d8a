import type { BusinessHours } from '@onewindow/clocks';
import { createContext, useContext } from 'react';
import type { PackEditor } from './bpmn/PackEditor.ts';
import type { DesignerTexts } from './i18n/designerTexts.ts';
import type { HostServices } from './model/hostServices.ts';
import type { Manifest } from './model/manifest.ts';
import type { Locale } from './model/packFiles.ts';

/** A department (or town) of the installation. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly level?: string;
  /** Division code of what it governs, 12 digits. */
  readonly division?: string;
  /** Its own office hours; left out: the calendar's. */
  readonly businessHours?: BusinessHours;
}

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
  /** Departments by name; empty where the host does not tell them. */
  readonly departments: readonly Department[];
  /** Open comments by element id. */
  readonly commentCounts: ReadonlyMap<string, number>;
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
