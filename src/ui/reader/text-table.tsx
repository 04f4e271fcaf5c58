/** A table of a paper. It scrolls inside itself, so that the page never does (WCAG 1.4.10). */
export function TextTable(props: {
  /** Read aloud, since tables in papers have no captions: "Table 1 on page 3". */
  readonly name: string;
  readonly header: boolean;
  readonly rows: readonly (readonly string[])[];
}) {
  const { name, header, rows } = props;
  const width = Math.max(...rows.map((row) => row.length), 0);
  if (width === 0) return null;
  const full = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
  const head = header ? full.slice(0, 1) : [];
  const body = full.slice(head.length);
  const figures = Array.from({ length: width }, (_, index) => isFigures(body.map((row) => row[index] ?? '')));
  const looks = (index: number): string | undefined => (figures[index] ? 'reader-table__figure' : undefined);
  return (
    <div class="reader-table" role="region" aria-label={name} tabIndex={0}>
      <table>
        {head.length > 0 && (
          <thead>
            {head.map((row, index) => (
              <tr key={index}>{row.map((text, at) => headCell(text, at, looks(at)))}</tr>
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((text, at) => (
                <td key={at} class={looks(at)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// An empty corner is a plain cell: an empty header names nothing.
const headCell = (text: string, index: number, looks: string | undefined) =>
  text === '' ? (
    <td key={index} />
  ) : (
    <th key={index} scope="col" class={looks}>
      {text}
    </th>
  );

const figure = /^[(\-–+£]*\d[\d,.]*\s*(%|k|m|bn)?\)?$/i;

/** A column of figures lines up at its end, heading and all, as in the printed table. */
const isFigures = (cells: readonly string[]): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => figure.test(cell));
};
