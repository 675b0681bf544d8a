import type { Server, ServerResponse } from 'node:http';

/**
 * Makes a server drainable: the result stops taking connections, ends event streams, and resolves when every request
 * under way has been answered, or after `limit` milliseconds, when the rest is cut.
 */
export function drainable(server: Server, limit: number): () => Promise<void> {
  const open = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of open) {
      if (String(response.getHeader('content-type') ?? '').startsWith('text/event-stream'))
        response.on('error', () => undefined).end();
      else if (!response.headersSent) response.setHeader('Connection', 'close');
    }
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), limit);
    await closed;
    clearTimeout(cut);
  };
}
