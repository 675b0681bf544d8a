import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';

const pageScript = `window.addEventListener('load', () => {
  window.SwaggerUIBundle({
    url: '/api/v1/openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    tryItOutEnabled: false,
    // Hundreds of operations are drawn when their part is opened, not all at once.
    docExpansion: 'none',
    defaultModelsExpandDepth: -1,
    filter: true,
  });
});
`;

const page = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>OneWindow API</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/api/v1/docs/assets/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api/v1/docs/assets/swagger-ui-bundle.js"></script>
<script src="/api/v1/docs/start.js"></script></body>
</html>
`;

/** The committed OpenAPI document and a page to browse it, without foreign requests. */
export function apiDocs(): Router {
  const router = Router();
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const document = new URL('../../openapi.json', import.meta.url);
  router.get('/openapi.json', (_request, response) => {
    response.type('json').send(readFileSync(document, 'utf8'));
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(pageScript);
  });
  router.use('/docs/assets', express.static(assets, { index: false }));
  return router;
}
