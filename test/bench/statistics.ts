/** Fewest, median, 99th percentile and every raw value, in milliseconds with one decimal. */
export interface Statistics {
  readonly least: number;
  readonly median: number;
  readonly p99: number;
  readonly raw: readonly number[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

/** Throws on no values, or on one that is no time: a benchmark without a measurement must not look fast. */
export const statistics = (values: readonly number[]): Statistics => {
  if (values.length === 0) throw new Error('no values were measured');
  const wrong = values.find((value) => !(Number.isFinite(value) && value > 0));
  if (wrong !== undefined) throw new Error(`${wrong} ms is no measurement`);
  const sorted = values.toSorted((a, b) => a - b);
  return {
    least: round(at(sorted, 0)),
    median: round(at(sorted, 0.5)),
    p99: round(at(sorted, 0.99)),
    raw: values.map(round),
  };
};

/** Ours over theirs, with two decimals. Throws where one of them was not measured. */
export const ratio = (ours: number, theirs: number): number => {
  if (!(ours > 0 && theirs > 0)) throw new Error(`no ratio of ${ours} ms to ${theirs} ms`);
  return Math.round((ours / theirs) * 100) / 100;
};
