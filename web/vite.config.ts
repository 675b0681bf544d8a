import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { withoutDescriptions } from './plugins/withoutDescriptions.ts';

/** Where the development server sends API calls: the OneWindow server on loopback. */
const server = `http://127.0.0.1:${process.env['PORT'] ?? '8380'}`;

export default defineConfig({
  base: '/',
  plugins: [react(), withoutDescriptions()],
  // In parts, as the page: what a check does not need is not loaded.
  worker: { format: 'es', plugins: () => [withoutDescriptions()] },
  // dragula, inside Form.io, still names Node's global object.
  define: { global: 'globalThis' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Scripts and styles come from 'self' only: an inlined data: module or font would break the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      output: {
        manualChunks(id: string): string | undefined {
          if (/node_modules\/(react|react-dom|scheduler|react-router)\//.test(id)) return 'react';
          if (/node_modules\/(antd|@ant-design|@rc-component)\//.test(id)) return 'antd';
          return undefined;
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server }, '/healthz': { target: server } },
  },
});
