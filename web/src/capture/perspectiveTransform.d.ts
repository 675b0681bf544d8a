declare module 'perspective-transform' {
  /** The projective map that takes four points to four others (x and y in turn). */
  export default function PerspT(
    from: readonly number[],
    to: readonly number[],
  ): { transform(x: number, y: number): number[] };
}
