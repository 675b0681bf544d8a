import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import grid from 'diagram-js-grid';
import minimap from 'diagram-js-minimap';
import { setFrames } from '../arrange/setFrames.ts';
import { copyBetweenPacks } from '../copy/copyBetweenPacks.ts';
import { translateToChinese } from '../i18n/bpmnChinese.ts';
import type { PackStore } from '../model/PackStore.ts';
import type { Locale } from '../model/packFiles.ts';
import { packPalette } from '../palette/packPalette.ts';
import { SET_FRAMES, SET_TEXT, TOGETHER } from './commands.ts';
import { keepSteps } from './keepSteps.ts';
import type { CommandContext, ModelerLike } from './modelerTypes.ts';
import { PackEditor } from './PackEditor.ts';
import { packIds } from './packIds.ts';
import { searchByInput } from './searchByInput.ts';

interface ModelerInput {
  readonly container: HTMLElement;
  readonly store: PackStore;
  readonly locale: Locale;
  readonly readOnly: boolean;
}

/** A modeler (or, for reading, a viewer) in an element; nothing is imported yet. */
export function createModeler({ container, store, locale, readOnly }: ModelerInput): ModelerLike {
  let modeler: ModelerLike;
  const translate = locale === 'zh-CN' ? [{ translate: ['value', translateToChinese] }] : [];
  const editorOf = () => new PackEditor(modeler, store);
  const editing = (): object[] => [
    CreateAppendAnythingModule,
    grid,
    packPalette(locale, editorOf),
    packIds,
    keepSteps(editorOf),
    searchByInput,
    copyBetweenPacks(locale, editorOf),
  ];
  const options = {
    container,
    moddleExtensions: { camunda },
    additionalModules: [minimap, ...translate, ...(readOnly ? [] : editing())],
  };
  const created = readOnly ? new NavigatedViewer(options as never) : new Modeler(options as never);
  modeler = created as unknown as ModelerLike;
  if (!readOnly) {
    const handler = {
      execute: ({ path, after }: CommandContext) => {
        store.set(path, after);
        return [];
      },
      revert: ({ path, before }: CommandContext) => {
        store.set(path, before);
        return [];
      },
    };
    modeler.get('commandStack').registerHandler(SET_TEXT, function useHandler(this: object) {
      Object.assign(this, handler);
    });
    modeler.get('commandStack').registerHandler(SET_FRAMES, function useFrames(this: object) {
      Object.assign(
        this,
        setFrames(() => modeler),
      );
    });
    modeler.get('commandStack').registerHandler(TOGETHER, function useGroup(this: object) {
      Object.assign(this, { preExecute: ({ run }: { readonly run: () => void }) => run() });
    });
  }
  return modeler;
}
