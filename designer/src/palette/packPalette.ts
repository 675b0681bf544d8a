import { blocks } from '@onewindow/processes/block-list';
import type { BpmnElement, Services } from '../bpmn/modelerTypes.ts';
import type { PackEditor } from '../bpmn/PackEditor.ts';
import { designerTexts } from '../i18n/designerTexts.ts';
import type { Locale } from '../model/packFiles.ts';
import { addStep } from '../outline/addStep.ts';
import { type Kind, kinds, stepOf } from '../outline/kinds.ts';
import { createStep, personOf } from '../outline/NewStep.ts';
import { onlyFlow } from '../outline/placesFor.ts';
import { paletteTexts } from './paletteTexts.ts';
import { type Entries, unusedTools, withoutRefused } from './refusedEntries.ts';

interface Menu {
  registerProvider(menu: string, priority: number, provider: object): void;
}
interface Pad {
  registerProvider(priority: number, provider: object): void;
}
interface Palette extends Pad {
  _rebuild(): void;
  triggerEntry(id: string, action: string, event: Event): void;
}
interface PaletteEntry {
  readonly html?: string;
  readonly title?: string;
  readonly separator?: boolean;
}
interface Create {
  start(event: Event, shape: object): void;
}

/** Priority below that of bpmn-js, so that its entries are there already. */
const AFTER_BPMN_JS = 500;

const icons: Readonly<Record<Kind, string>> = {
  person: 'bpmn-icon-user-task',
  'issue-document': 'bpmn-icon-data-object',
  'issue-license': 'bpmn-icon-data-input',
  notify: 'bpmn-icon-send-task',
  decision: 'bpmn-icon-business-rule-task',
  branch: 'bpmn-icon-gateway-xor',
  parallel: 'bpmn-icon-gateway-parallel',
  timer: 'bpmn-icon-intermediate-event-catch-timer',
  end: 'bpmn-icon-end-event-none',
};

/**
 * diagram-js module: palette, context pad and menus as a pack needs them. The palette shows what an approval is made of,
 * in words, and everything else on request; every entry can be reached by Tab, and with the keyboard adds at the selected
 * step (event `pack.add`). Event `pack.block` asks for the dialog of the building blocks.
 */
export function packPalette(locale: Locale, editorOf: () => PackEditor): object {
  const texts = paletteTexts[locale];
  function PackPalette(
    this: object,
    popupMenu: Menu,
    palette: Palette,
    contextPad: Pad,
    create: Create,
    eventBus: Services['eventBus'],
  ) {
    let all = false;
    const shapeOf = (kind: Kind) => {
      const editor = editorOf();
      return createStep(editor, {
        ...stepOf(kind),
        name: '',
        ...(kind === 'person' ? personOf(editor) : {}),
      });
    };
    /** With the keyboard there is no place on the canvas: the outline asks where, beside the selected step. */
    const add = (kind: Kind) => (event: Event) => {
      if (isKeyboard(event)) eventBus.fire('pack.add', { kind });
      else create.start(event, shapeOf(kind));
    };
    /** Behind an element, in its flow: the name is asked for at once, as bpmn-js does it. */
    const append = (target: BpmnElement, kind: Kind) => {
      const editor = editorOf();
      const step = { ...stepOf(kind), name: '', ...(kind === 'person' ? personOf(editor) : {}) };
      const id = addStep({ editor, at: target, place: 'after', step });
      editor.show(id);
      eventBus.fire('autoPlace.end', { shape: editor.element(id) });
    };
    const entry = (name: string, icon: string, act: (event: Event) => void, group: string) => ({
      group,
      title: name,
      html: `<div class="entry owd-entry" draggable="true" role="button" tabindex="0"><i class="${icon}" aria-hidden="true"></i><span>${name}</span></div>`,
      action: { click: act, dragstart: act },
    });
    const own = (entries: Entries): Entries => ({
      ...pick(entries, ['create']),
      ...Object.fromEntries(
        kinds.map((kind) => [`pack.${kind}`, entry(texts.items[kind], icons[kind], add(kind), 'pack')]),
      ),
      'pack.block': entry(
        texts.block,
        'bpmn-icon-subprocess-collapsed',
        () => eventBus.fire('pack.block'),
        'pack',
      ),
    });
    const toggle = entry(
      all ? texts.fewer : texts.all,
      'bpmn-icon-screw-wrench',
      () => {
        all = !all;
        palette._rebuild();
      },
      'more',
    );
    palette.registerProvider(AFTER_BPMN_JS, {
      getPaletteEntries: () => (entries: Entries) => {
        const tools = named(pick(entries, ['lasso-tool', 'global-connect-tool']), {
          'lasso-tool': texts.lasso,
          'global-connect-tool': texts.connect,
        });
        const rest = Object.fromEntries(
          Object.entries(withoutRefused(entries)).filter(
            ([id]) => !unusedTools.includes(id) && id !== 'create' && !(id in tools),
          ),
        );
        const more = {
          'pack.all': {
            ...toggle,
            html: toggle.html.replace(/<span>.*<\/span>/, `<span>${all ? texts.fewer : texts.all}</span>`),
            title: all ? texts.fewer : texts.all,
          },
        };
        return reachable({ ...tools, ...own(entries), ...(all ? rest : {}), ...more });
      },
    });
    contextPad.registerProvider(AFTER_BPMN_JS, {
      getContextPadEntries: (element: BpmnElement) => (entries: Entries) => {
        if (entries['append.append-task'] === undefined) return entries;
        const act = () => append(element, 'person');
        entries['append.append-task'] = {
          ...entries['append.append-task'],
          title: designerTexts[locale].addTask,
          className: icons.person,
          action: { click: act, dragstart: act },
        };
        return entries;
      },
    });
    popupMenu.registerProvider('bpmn-replace', AFTER_BPMN_JS, {
      getPopupMenuEntries: () => withoutRefused,
    });
    const menuOf = (
      act: (kind: Kind, target: BpmnElement) => (event: Event) => void,
      withBlocks: boolean,
    ) => ({
      getPopupMenuEntries: (target: BpmnElement) => (entries: Entries) => ({
        ...Object.fromEntries(
          kinds.map((kind) => [
            `pack-${kind}`,
            {
              label: texts.items[kind],
              className: icons[kind],
              group: { id: 'pack', name: texts.common },
              action: { click: act(kind, target), dragstart: act(kind, target) },
            },
          ]),
        ),
        ...(withBlocks ? blockEntries(target) : {}),
        ...withoutRefused(entries),
      }),
    });
    const blockEntries = (target: BpmnElement): Entries => {
      const flow = onlyFlow(target.outgoing);
      if (flow === undefined) return {};
      const group = { id: 'pack-blocks', name: texts.blocks };
      return Object.fromEntries(
        blocks.map((block) => [
          `pack-block-${block.key}`,
          {
            label: block.name[locale],
            description: block.description[locale],
            search: block.keywords.join(' '),
            className: 'bpmn-icon-subprocess-collapsed',
            group,
            action: () => {
              // With the schemas of packs, which nothing needs before.
              void import('../blocks/insertBlock.ts').then(({ insertBlock }) => {
                const editor = editorOf();
                editor.show(insertBlock(editor, block, flow));
              });
            },
          },
        ]),
      );
    };
    popupMenu.registerProvider(
      'bpmn-create',
      AFTER_BPMN_JS,
      menuOf((kind) => add(kind), false),
    );
    popupMenu.registerProvider(
      'bpmn-append',
      AFTER_BPMN_JS,
      menuOf((kind, target) => () => append(target, kind), true),
    );
    eventBus.on('palette.create', (event) => {
      const { container } = event as unknown as { readonly container: HTMLElement };
      container.addEventListener('keydown', (pressed) => {
        const id = (pressed.target as HTMLElement).closest<HTMLElement>('[data-action]')?.dataset['action'];
        if (id === undefined || (pressed.key !== 'Enter' && pressed.key !== ' ')) return;
        pressed.preventDefault();
        palette.triggerEntry(id, 'click', pressed);
      });
    });
  }
  PackPalette.$inject = ['popupMenu', 'palette', 'contextPad', 'create', 'eventBus'];
  return { __init__: ['packPalette'], packPalette: ['type', PackPalette] };
}

/** Palette entries that Tab leads to. */
function reachable(entries: Entries): Entries {
  return Object.fromEntries(
    Object.entries(entries as Record<string, PaletteEntry>).map(([id, entry]) => {
      const { html = '<div class="entry" draggable="true"></div>', title = '', separator } = entry;
      if (separator || html.includes('tabindex')) return [id, entry];
      const named = `<div role="button" tabindex="0" aria-label="${title.replaceAll('"', '&quot;')}" `;
      return [id, { ...entry, html: html.replace('<div ', named) }];
    }),
  );
}

/** Entries under the names that a pack's designer reads. */
function named(entries: Entries, titles: Readonly<Record<string, string>>): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [id, { ...entry, title: titles[id] }]),
  );
}

function pick(entries: Entries, ids: readonly string[]): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => ids.includes(id)));
}

function isKeyboard(event: Event): boolean {
  return event instanceof KeyboardEvent;
}
