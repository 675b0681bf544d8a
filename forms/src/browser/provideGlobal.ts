// A library inside Form.io asks for Node's `global` when it is loaded; this must stand before the first import of it.
(globalThis as { global?: unknown }).global ??= globalThis;

export {};
