import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import './app/app.css';
import { cspNonce } from './app/cspNonce.ts';
import { startTexts } from './app/i18n.ts';
import { nonceStyles } from './app/nonceStyles.ts';

const nonce = cspNonce();
if (nonce !== undefined) nonceStyles(nonce);
await startTexts();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
