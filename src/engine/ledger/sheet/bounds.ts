/** How much of a sheet is looked at to see how it is laid out: rows of the sheet, of a table's body, and lines of notes. */
export const LOOKED_AT = { rows: 400, body: 60, notes: 8 } as const;
