/** Too many cases to be told apart within the limit; the question stays open. */
export class TableTooComplex extends Error {}

/** Distinct sub-questions after which a search gives up: well below a second. */
const MAX_VISITS = 50_000;

/**
 * A decision table as boxes: `cells[row][column][atom]` says whether a row covers a part of an input's values
 * (`partitionInput`). Everything it answers is exact.
 */
export class TableSpace {
  private readonly all: bigint;
  /** Column → atom → rows that cover it, as a bit mask. */
  private readonly rowsAt: readonly (readonly bigint[])[];

  constructor(
    private readonly cells: readonly (readonly (readonly boolean[])[])[],
    private readonly sizes: readonly number[],
  ) {
    this.all = (1n << BigInt(cells.length)) - 1n;
    this.rowsAt = sizes.map((size, column) =>
      Array.from({ length: size }, (_, atom) =>
        cells.reduce((mask, row, index) => (row[column]?.[atom] ? mask | (1n << BigInt(index)) : mask), 0n),
      ),
    );
  }

  /** An atom of each column that both rows cover; null when they have nothing in common. */
  overlap(first: number, second: number): number[] | null {
    const common = this.sizes.map((_, column) => {
      const other = this.cells[second]?.[column];
      return this.cells[first]?.[column]?.findIndex((covers, atom) => covers && other?.[atom]) ?? -1;
    });
    return common.includes(-1) ? null : common;
  }

  /** A column in which the row covers no value at all; null when there is none. */
  emptyCell(row: number): number | null {
    const column = this.cells[row]?.findIndex((cell) => !cell.includes(true)) ?? -1;
    return column < 0 ? null : column;
  }

  /**
   * Values that no row covers: an atom of each column, null where any will do; null when every case is covered.
   * Throws TableTooComplex.
   */
  gap(): (number | null)[] | null {
    return this.search(
      this.all,
      this.sizes.map((size) => Array.from({ length: size }, (_, atom) => atom)),
    );
  }

  /** Whether the rows before it leave nothing to a row. Throws TableTooComplex. */
  isShadowed(row: number): boolean {
    const own = (this.cells[row] ?? []).map((cell) => cell.flatMap((covers, atom) => (covers ? [atom] : [])));
    return this.search((1n << BigInt(row)) - 1n, own) === null;
  }

  /** A case within `allowed` that none of the rows covers, column by column; equal atoms are looked at once. */
  private search(rows: bigint, allowed: readonly (readonly number[])[]): (number | null)[] | null {
    const count = this.sizes.length;
    if (allowed.some((atoms) => atoms.length === 0)) return null;
    const universal = this.universalFrom(allowed);
    const seen = new Set<string>();
    const visit = (column: number, mask: bigint): (number | null)[] | null => {
      if (mask === 0n) return Array<null>(count - column).fill(null);
      if ((mask & (universal[column] ?? 0n)) !== 0n) return null;
      const key = `${column}:${mask.toString(36)}`;
      if (seen.has(key)) return null;
      if (seen.size >= MAX_VISITS) throw new TableTooComplex();
      seen.add(key);
      const tried = new Set<bigint>();
      for (const atom of allowed[column] ?? []) {
        const left = mask & (this.rowsAt[column]?.[atom] ?? 0n);
        if (tried.has(left)) continue;
        tried.add(left);
        const rest = visit(column + 1, left);
        if (rest) return [atom, ...rest];
      }
      return null;
    };
    return visit(0, rows);
  }

  /** For each column, the rows that cover everything from it on; behind the last one all rows do. */
  private universalFrom(allowed: readonly (readonly number[])[]): bigint[] {
    const universal: bigint[] = [this.all];
    for (let column = allowed.length - 1; column >= 0; column--) {
      const here = (allowed[column] ?? []).reduce(
        (mask, atom) => mask & (this.rowsAt[column]?.[atom] ?? 0n),
        this.all,
      );
      universal.unshift(here & (universal[0] ?? 0n));
    }
    return universal;
  }
}
