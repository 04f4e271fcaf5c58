/** Median, 99th percentile and every raw value, in milliseconds with one decimal. */
export interface Statistics {
  readonly median: number;
  readonly p99: number;
  readonly raw: readonly number[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

/** Throws on no values: a benchmark without a measurement must not look like a fast one. */
export const statistics = (values: readonly number[]): Statistics => {
  if (values.length === 0) throw new Error('no values were measured');
  const sorted = values.toSorted((a, b) => a - b);
  return { median: round(at(sorted, 0.5)), p99: round(at(sorted, 0.99)), raw: values.map(round) };
};

export const ratio = (ours: number, theirs: number): number => Math.round((ours / theirs) * 100) / 100;
