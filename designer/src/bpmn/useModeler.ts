import { type LostPart, type Saved, saveEdited, toEditorXml } from '@onewindow/processes/foreign';
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { hasNoDrawing } from '../arrange/addDrawing.ts';
import { withDrawing } from '../arrange/layOut.ts';
import { PROCESS } from '../model/manifest.ts';
import type { PackStore } from '../model/PackStore.ts';
import type { Locale } from '../model/packFiles.ts';
import { createModeler } from './createModeler.ts';
import type { ModelerEvent, ModelerLike } from './modelerTypes.ts';
import { showStart } from './showDrawing.ts';

export interface ModelerState {
  readonly modeler: ModelerLike | null;
  /** Id of the one selected element; null: the process itself. */
  readonly selected: string | null;
  /** Counts changes of the diagram, so that panels draw anew. */
  readonly revision: number;
  /** Message when the process could not be read. */
  readonly problem: string | null;
  /** What is missing in the file because an edit could not be written into it; normally empty. */
  readonly lost: readonly LostPart[];
  /** The process came without a drawing and was laid out. */
  readonly laidOut: boolean;
  /** Writes what was edited a moment ago into the store at once. */
  readonly flush: () => Promise<void>;
  /** Has what was edited a moment ago looked at; its text in the file comes later. */
  readonly draw: () => Promise<void>;
}

/** The diagram is written as text when nothing was edited for as long as that holds the page up, at most for so long. */
const REST_MILLISECONDS = 100;

/** Before anything that an edit does. */
const FIRST = 10_000;

/** Not every browser tells when it has time. */
const whenIdle = (run: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(run) : setTimeout(run, REST_MILLISECONDS);

const nothing: ModelerState = {
  modeler: null,
  selected: null,
  revision: 0,
  problem: null,
  lost: [],
  laidOut: false,
  flush: async () => undefined,
  draw: async () => undefined,
};

interface Input {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly store: PackStore;
  readonly locale: Locale;
  readonly readOnly: boolean;
  /** `saveEdited` beside the page; it fails where there is no such place. */
  readonly saveApart: (texts: {
    readonly original: string;
    readonly before: string;
    readonly after: string;
  }) => Promise<Saved>;
  /** Is told what the editor says after an edit, before that is written into the text of the file: the two say the same. */
  readonly onDrawn: (process: string) => void;
}

/** Holds one modeler for as long as the store stays the same and writes the diagram into the store after each change. */
export function useModeler(input: Input): ModelerState {
  const { container, store, locale, readOnly, saveApart, onDrawn } = input;
  const [state, setState] = useState<ModelerState>(nothing);
  const drawn = useRef(-1);
  const apart = useRef(saveApart);
  apart.current = saveApart;
  const tell = useRef(onDrawn);
  tell.current = onDrawn;
  const generation = useSyncExternalStore(store.subscribe, () => store.generation);

  useEffect(() => {
    if (container.current === null) return;
    const inner = document.createElement('div');
    inner.className = 'owd-canvas-inner';
    const holder = container.current;
    holder.replaceChildren();
    const modeler = createModeler({ container: inner, store, locale, readOnly });
    const events = modeler.get('eventBus');
    let gone = false;
    let pristine: Promise<string> | null = null;
    /** What the editor writes before any edit. It is written when the page has time, at the latest before the first one. */
    const readPristine = () => {
      pristine ??= modeler.saveXML({ format: true }).then(({ xml = '' }) => xml);
      return pristine;
    };
    const loaded = store.text(PROCESS);
    let touched = false;
    let writes = 0;
    const reserialise = async (xml: string) => {
      const { rootElement } = await moddle.fromXML(xml);
      return (await moddle.toXML(rootElement, { format: true })).xml;
    };
    const bump = () => setState((old) => ({ ...old, revision: old.revision + 1 }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cost = 0;
    let lastEdit = Number.NEGATIVE_INFINITY;
    let writing: Promise<void> | null = null;
    let drawing: Promise<unknown> | null = null;
    /** Writes the diagram into the store; `leaving`: nothing can be waited for any more. */
    const write = async (leaving = false) => {
      clearTimeout(timer);
      timer = undefined;
      writes += 1;
      const turn = writes;
      const started = performance.now();
      const edited = modeler.get('commandStack').canUndo();
      const written = Promise.all([modeler.saveXML({ format: true }), readPristine()]);
      drawing = written;
      const [{ xml = '' }, before] = await written;
      cost = performance.now() - started;
      // Undone to the beginning, the file is again byte for byte what it was.
      const texts = { original: loaded, before, after: edited ? xml : before };
      // It is checked first, and then written into the file.
      if (!leaving && !gone && turn === writes && store.generation === generation) tell.current(texts.after);
      const here = () => saveEdited({ ...texts, reserialise });
      const saved = await (leaving ? here() : apart.current(texts).catch(here));
      // An edit that came meanwhile writes its own; a process that was put in from outside stays.
      if (turn !== writes || store.generation !== generation) return;
      if (gone) {
        // Opened anew meanwhile, in another language say: with this edit.
        store.replace(new Map([[PROCESS, saved.text]]));
        return;
      }
      store.set(PROCESS, saved.text);
      setState((old) =>
        old.lost.length === 0 && saved.lost.length === 0 ? old : { ...old, lost: saved.lost },
      );
    };
    const moddle = modeler.get('moddle');
    const begin = () => {
      const own = write().finally(() => {
        if (writing === own) writing = null;
      });
      writing = own;
    };
    const flush = async () => {
      if (timer !== undefined) begin();
      await writing;
    };
    const draw = async () => {
      if (timer !== undefined) begin();
      await drawing;
    };
    const onHide = () => {
      if (timer !== undefined || writing !== null) void write(true);
    };
    const onElements = ({ elements = [] }: ModelerEvent) => {
      // A command that writes another file of the pack changes none.
      if (elements.length > 0) touched = true;
    };
    const onStack = () => {
      bump();
      if (!touched) return;
      touched = false;
      clearTimeout(timer);
      const now = performance.now();
      // One edit by itself is written at once; of several in a row, what comes of them.
      const rested = now - lastEdit > REST_MILLISECONDS;
      lastEdit = now;
      timer = setTimeout(begin, rested ? 0 : Math.min(cost, REST_MILLISECONDS));
    };
    const onSelect = (event: ModelerEvent) => {
      const [only, ...others] = event.newSelection ?? [];
      const target = others.length === 0 ? (only?.labelTarget ?? only) : undefined;
      setState((old) => ({ ...old, selected: target?.id ?? null }));
    };
    const open = async (text: string): Promise<void> => {
      // Taken back once, it stays as it came.
      if (!hasNoDrawing(text) || store.canPutBack) {
        await modeler.importXML(toEditorXml(text));
        return;
      }
      const laidOut = await withDrawing(text);
      if (gone) return;
      if (readOnly) return open(laidOut);
      drawn.current = store.generation + 1;
      // Opens anew; one step that can be taken back.
      store.replace(new Map([[PROCESS, laidOut]]));
    };
    open(loaded)
      .then(() => {
        if (gone) return;
        // Drawn apart from the page, which would reckon with every part of it as it comes.
        holder.replaceChildren(inner);
        modeler.get('canvas').resized();
        showStart(modeler, readOnly);
        if (!readOnly) {
          events.on('commandStack.preExecute', FIRST, () => void readPristine());
          whenIdle(() => !gone && void readPristine());
        }
        events.on(['elements.changed'], onElements);
        events.on(['commandStack.changed'], onStack);
        events.on(['selection.changed'], onSelect);
        setState({ ...nothing, modeler, flush, draw, laidOut: drawn.current === generation });
        addEventListener('pagehide', onHide);
        addEventListener('visibilitychange', onHide);
      })
      .catch((problem: unknown) => {
        if (!gone) setState({ ...nothing, problem: String(problem) });
      });
    return () => {
      void flush();
      gone = true;
      removeEventListener('pagehide', onHide);
      removeEventListener('visibilitychange', onHide);
      modeler.destroy();
      inner.remove();
      setState(nothing);
    };
  }, [container, store, locale, readOnly, generation]);

  return state;
}
