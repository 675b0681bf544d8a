export { type PaintedElement, PathPicture } from './PathPicture.tsx';
