import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useState } from 'react';
import { RouterProvider } from 'react-router';
import { cspNonce } from './cspNonce.ts';
import { createQueryClient } from './queryClient.ts';
import { createRouter } from './routes.tsx';
import { theme } from './theme.ts';
import { useFocusAfterDialog } from './useFocusAfterDialog.ts';
import { useLanguage } from './useLanguage.ts';

/** The whole application: design tokens, language, server state and routes. */
export function App() {
  const { language } = useLanguage();
  useFocusAfterDialog();
  const [client] = useState(createQueryClient);
  const [router] = useState(createRouter);
  const nonce = useMemo(cspNonce, []);
  // Told to the components too: the style sheet takes transitions away, and nothing may wait for the end of one.
  const [still] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const design = useMemo(() => ({ ...theme, token: { ...theme.token, motion: !still } }), [still]);
  useEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  }, [language]);
  return (
    <ConfigProvider
      theme={design}
      locale={language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <AntApp className="ow-app">
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
