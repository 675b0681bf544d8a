import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import './queue.css';

/** Frame of the devices in a hall: its name, the language, nothing to leave the page by. */
export function HallFrame(props: { hall: string; title: string; dark?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${props.title} - ${props.hall || t('app.product')}`;
  }, [props.title, props.hall, t]);
  return (
    <div className={props.dark ? 'ow-hall ow-hall-dark' : 'ow-hall'}>
      <header className="ow-hall-head">
        <h1>
          {props.hall} <small>{props.title}</small>
        </h1>
        <LanguageSwitch />
      </header>
      <main id="main" className="ow-hall-main">
        {props.children}
      </main>
    </div>
  );
}
