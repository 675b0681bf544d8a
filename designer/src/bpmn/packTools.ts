import { designerTexts } from '../i18n/designerTexts.ts';
import type { Locale } from '../model/packFiles.ts';
import type { BpmnElement, Services } from './modelerTypes.ts';

interface Entry {
  title?: string;
  className?: string;
  action?: unknown;
}
type Entries = Record<string, Entry>;

interface Menu {
  registerProvider(menu: string, priority: number, provider: object): void;
}
interface Pad {
  registerProvider(priority: number, provider: object): void;
}
interface Create {
  start(event: Event, shape: object): void;
}

/** Packs run no code: what publishing refuses is not offered in the menus either. */
const refusedEntries = ['replace-with-script-task', 'replace-with-call-activity'];
/** What a service pack has no use for. */
const unusedTools = [
  'create.data-object',
  'create.data-store',
  'create.participant-expanded',
  'create.group',
];

/** Priority below that of bpmn-js, so that its entries are there already. */
const AFTER_BPMN_JS = 500;

/** diagram-js module: palette, context pad and menus as a pack needs them; a new task is one for people. */
export function packTools(locale: Locale): object {
  const title = designerTexts[locale].addTask;
  function PackTools(
    this: object,
    popupMenu: Menu,
    palette: Pad,
    contextPad: Pad,
    create: Create,
    elementFactory: Services['elementFactory'],
    autoPlace: Services['autoPlace'],
  ) {
    const without = (names: readonly string[]) => (entries: Entries) => {
      for (const name of names) delete entries[name];
      return entries;
    };
    const task = () => elementFactory.createShape({ type: 'bpmn:UserTask' });
    const forPeople = (entries: Entries, name: string, act: (event: Event) => void) => {
      if (entries[name] === undefined) return entries;
      entries[name] = {
        ...entries[name],
        title,
        className: 'bpmn-icon-user-task',
        action: { click: act, dragstart: act },
      };
      return entries;
    };
    popupMenu.registerProvider('bpmn-replace', AFTER_BPMN_JS, {
      getPopupMenuEntries: () => without(refusedEntries),
    });
    palette.registerProvider(AFTER_BPMN_JS, {
      getPaletteEntries: () => (entries: Entries) =>
        forPeople(without(unusedTools)(entries), 'create.task', (event) => create.start(event, task())),
    });
    contextPad.registerProvider(AFTER_BPMN_JS, {
      getContextPadEntries: (element: BpmnElement) => (entries: Entries) =>
        forPeople(entries, 'append.append-task', () => void autoPlace.append(element, task())),
    });
  }
  PackTools.$inject = ['popupMenu', 'palette', 'contextPad', 'create', 'elementFactory', 'autoPlace'];
  return { __init__: ['packTools'], packTools: ['type', PackTools] };
}
