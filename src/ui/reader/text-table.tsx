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
  return (
    <div class="reader-table" role="region" aria-label={name} tabIndex={0}>
      <table>
        {head.length > 0 && (
          <thead>
            {head.map((row, index) => (
              <tr key={index}>{row.map(headCell)}</tr>
            ))}
          </thead>
        )}
        <tbody>
          {full.slice(head.length).map((row, index) => (
            <tr key={index}>{row.map(bodyCell)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// An empty corner is a plain cell: an empty header names nothing.
const headCell = (text: string, index: number) =>
  text === '' ? (
    <td key={index} />
  ) : (
    <th key={index} scope="col">
      {text}
    </th>
  );

// Numbers line up at their end, as in the printed table.
const bodyCell = (text: string, index: number) => (
  <td key={index} class={isFigure(text) ? 'reader-table__figure' : undefined}>
    {text}
  </td>
);

const isFigure = (text: string): boolean => /^[(\-–+£]*\d[\d,.]*\s*(%|k|m|bn)?\)?$/i.test(text.trim());
