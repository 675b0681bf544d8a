export { type CanvasKind, type CanvasPlace, openCanvas } from './openCanvas.ts';
