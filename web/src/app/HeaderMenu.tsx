import { CloseOutlined, MenuOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

/** What a header offers beside its name: all at once where there is room, on a phone behind one button. */
export function HeaderMenu({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another page the menu is closed again
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="ow-header-button ow-menu-button"
        aria-expanded={open}
        aria-controls="header-menu"
        onClick={() => setOpen(!open)}
      >
        {open ? <CloseOutlined aria-hidden /> : <MenuOutlined aria-hidden />} {t('app.nav.menu')}
      </button>
      <div id="header-menu" className={open ? 'ow-menu ow-open' : 'ow-menu'}>
        {children}
      </div>
    </>
  );
}
