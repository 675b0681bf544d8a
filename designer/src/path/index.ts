export { type LiveElement, LivePicture } from './LivePicture.tsx';
export { type PaintedElement, PathPicture } from './PathPicture.tsx';
