import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import Modeler from 'bpmn-js/lib/Modeler';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import minimap from 'diagram-js-minimap';
import { translateToChinese } from '../i18n/bpmnChinese.ts';
import type { Locale } from '../model/packFiles.ts';
import type { PackStore } from '../model/PackStore.ts';
import type { CommandContext, ModelerLike } from './modelerTypes.ts';

/** Command that writes a file of the pack, so that undo and redo cover the diagram and everything beside it. */
export const SET_TEXT = 'pack.setText';

interface ModelerInput {
  readonly container: HTMLElement;
  readonly store: PackStore;
  readonly locale: Locale;
  readonly readOnly: boolean;
}

/** A modeler (or, for reading, a viewer) in an element; nothing is imported yet. */
export function createModeler({ container, store, locale, readOnly }: ModelerInput): ModelerLike {
  const translate = locale === 'zh-CN' ? [{ translate: ['value', translateToChinese] }] : [];
  const options = {
    container,
    moddleExtensions: { camunda },
    additionalModules: [minimap, ...translate, ...(readOnly ? [] : [withoutCode])],
  };
  const created = readOnly ? new NavigatedViewer(options as never) : new Modeler(options as never);
  const modeler = created as unknown as ModelerLike;
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
  }
  return modeler;
}

type Entries = Record<string, unknown>;

/** Packs run no code: what publishing refuses is not offered in the menus either. */
const refusedEntries = ['replace-with-script-task', 'replace-with-call-activity'];

/** What a service pack has no use for. */
const unusedTools = ['create.data-object', 'create.data-store', 'create.participant-expanded', 'create.group'];

interface Menu {
  registerProvider(menu: string, priority: number, provider: object): void;
}
interface Palette {
  registerProvider(priority: number, provider: object): void;
}

function CodeFreeMenus(this: object, popupMenu: Menu, palette: Palette) {
  const provider = {
    getPopupMenuEntries: () => (entries: Entries) => {
      for (const name of refusedEntries) delete entries[name];
      return entries;
    },
  };
  popupMenu.registerProvider('bpmn-replace', 500, provider);
  const tools = {
    getPaletteEntries: () => (entries: Entries) => {
      for (const name of unusedTools) delete entries[name];
      return entries;
    },
  };
  palette.registerProvider(500, tools);
}
CodeFreeMenus.$inject = ['popupMenu', 'palette'];

const withoutCode = { __init__: ['codeFreeMenus'], codeFreeMenus: ['type', CodeFreeMenus] };
