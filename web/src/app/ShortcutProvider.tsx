import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

export interface Shortcut {
  /** As shown, e.g. `Alt+R`, `/`, `?`. A letter means the key's place on the keyboard, so that Option on a Mac works too. */
  keys: string;
  label: string;
  run: () => void;
  /** False: listed for information only (handled by the part that has the focus). */
  global?: boolean;
}

interface Shortcuts {
  all: Shortcut[];
  register: (shortcuts: Shortcut[]) => () => void;
  /** Single-character shortcuts can be switched off (WCAG 2.2, 2.1.4). */
  singleKeys: boolean;
  setSingleKeys: (on: boolean) => void;
}

const ShortcutContext = createContext<Shortcuts | null>(null);
const remembered = 'onewindow.singleKeys';

export function useShortcutList(): Shortcuts {
  const value = useContext(ShortcutContext);
  if (value === null) throw new Error('shortcuts outside ShortcutProvider');
  return value;
}

/** Makes these shortcuts work and lists them in the dialog while the component is shown. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const { register } = useShortcutList();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const shape = shortcuts.map((shortcut) => `${shortcut.keys} ${shortcut.label}`).join('\n');
  useEffect(() => {
    if (shape === '') return;
    // By its keys: between a render and its effects the list may already be another one.
    const stable = latest.current.map((shortcut) => ({
      ...shortcut,
      run: () => latest.current.find(({ keys }) => keys === shortcut.keys)?.run(),
    }));
    return register(stable);
  }, [register, shape]);
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<Shortcut[][]>([]);
  const [singleKeys, setOn] = useState(() => localStorage.getItem(remembered) !== 'off');
  const register = useCallback((shortcuts: Shortcut[]) => {
    setGroups((before) => [...before, shortcuts]);
    return () => setGroups((before) => before.filter((group) => group !== shortcuts));
  }, []);
  const setSingleKeys = useCallback((on: boolean) => {
    setOn(on);
    localStorage.setItem(remembered, on ? 'on' : 'off');
  }, []);
  const all = useMemo(() => groups.flat(), [groups]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const shortcut = all.findLast(
        (entry) => entry.global !== false && matches(entry.keys, event, singleKeys),
      );
      if (shortcut === undefined || event.defaultPrevented) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [all, singleKeys]);
  const value = useMemo(
    () => ({ all, register, singleKeys, setSingleKeys }),
    [all, register, singleKeys, setSingleKeys],
  );
  return <ShortcutContext value={value}>{children}</ShortcutContext>;
}

function matches(keys: string, event: KeyboardEvent, singleKeys: boolean): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  if (keys.startsWith('Alt+')) {
    const key = keys.slice(4);
    return event.altKey && !event.shiftKey && (event.code === `Key${key}` || event.code === `Digit${key}`);
  }
  return singleKeys && !event.altKey && event.key === keys && !isTyping(event.target);
}

/** True when the key belongs to what the person is typing, or a dialog is open. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="combobox"], [role="dialog"]') !== null
  );
}
