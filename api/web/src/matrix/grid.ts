/** Where arrow keys lead in a grid whose rows are equally long. */

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

/** Return what lies beside a cell in a direction; undefined at the edge, or when it is in no row. */
export function neighbour<Cell>(rows: readonly (readonly Cell[])[], cell: Cell, direction: Direction): Cell | undefined {
  const row = rows.findIndex((one) => one.includes(cell));
  const column = rows[row]?.indexOf(cell) ?? -1;
  if (row < 0) return undefined;
  switch (direction) {
    case "up":
      return rows[row - 1]?.[column];
    case "down":
      return rows[row + 1]?.[column];
    case "left":
      return rows[row]?.[column - 1];
    case "right":
      return rows[row]?.[column + 1];
    case "first":
      return rows[row]?.[0];
    case "last":
      return rows[row]?.at(-1);
  }
}
