import react from '/work/main/node_modules/@vitejs/plugin-react/dist/index.js';
export default { plugins: [react()], build: { outDir: '/tmp/ddist', emptyOutDir: true, assetsInlineLimit: 0 } };
