export { DiagramPair, type PairedChange } from './DiagramPair.tsx';
export { type LiveElement, LivePicture } from './LivePicture.tsx';
export { type PaintedElement, PathPicture } from './PathPicture.tsx';
