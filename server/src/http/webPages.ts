import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import type { AppContext } from '../app/appContext.ts';

/** Serves the built web with history fallback; the style nonce is put into the page a response. */
export function webPages(app: AppContext): Router {
  const router = Router();
  const root = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
  const index = `${root}index.html`;
  if (!existsSync(index)) {
    app.log.warn('the web is not built: only the API is served');
    return router;
  }
  const page = readFileSync(index, 'utf8');
  router.use('/assets', express.static(`${root}assets`, { immutable: true, maxAge: '1y', index: false }));
  router.use(express.static(root, { index: false, maxAge: '1h' }));
  router.get(/^(?!\/(api|assets|healthz|metrics)(\/|$)).*/, (request, response, next) => {
    if (request.accepts(['json', 'html']) !== 'html') return next();
    response
      .type('html')
      .set('Cache-Control', 'no-store')
      .send(page.replaceAll('__CSP_NONCE__', String(response.locals['cspNonce'])));
  });
  return router;
}
