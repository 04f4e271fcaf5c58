/** Names and values of a sample's labels. Values come from lists in the code: a metric never says who or what. */
type Labels = Readonly<Record<string, string>>;

/** Only grows; begins again at 0 with the process. */
export interface Counter<Name extends string = never> {
  readonly add: (labels: Readonly<Record<Name, string>>, by?: number) => void;
}

/** Sorts what it observes into buckets, so that percentiles can be worked out over time. */
export interface Histogram<Name extends string = never> {
  readonly observe: (labels: Readonly<Record<Name, string>>, value: number) => void;
}

/** A value that is looked up when somebody asks; null, or throwing, leaves the sample out. */
export type Reading = () => number | null | Promise<number | null>;

/** What the server counts, in Prometheus's text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
export interface Registry {
  readonly counter: <Name extends string = never>(name: string, help: string) => Counter<Name>;
  /** `bounds` ascend; `+Inf` is added. */
  readonly histogram: <Name extends string = never>(
    name: string,
    help: string,
    bounds: readonly number[],
  ) => Histogram<Name>;
  /** A gauge, or a counter that something else keeps. */
  readonly reading: (kind: 'gauge' | 'counter', name: string, help: string, read: Reading) => void;
  /** A gauge that is always 1 and says something in its labels, as the version. */
  readonly info: (name: string, help: string, labels: Labels) => void;
  /** The whole page. */
  readonly text: () => Promise<string>;
}

type Lines = () => readonly string[] | Promise<readonly string[]>;

export const createRegistry = (): Registry => {
  const families = new Map<string, () => Promise<readonly string[]>>();
  const add = (kind: string, name: string, help: string, lines: Lines): void => {
    if (families.has(name)) throw new Error(`the metric ${name} is there already`);
    const head = [`# HELP ${name} ${escape(help, false)}`, `# TYPE ${name} ${kind}`];
    families.set(name, async () => [...head, ...(await lines())]);
  };
  return {
    counter: (name, help) => {
      const counts = createCells(() => ({ count: 0 }));
      add('counter', name, help, () =>
        counts.all().map(([labels, { count }]) => sample(name, labels, count)),
      );
      return { add: (labels, by = 1) => void (counts.of(labels).count += by) };
    },
    histogram: (name, help, bounds) => {
      const cells = createCells(() => ({ sum: 0, counts: Array.from(bounds, () => 0), over: 0 }));
      add('histogram', name, help, () =>
        cells.all().flatMap(([labels, cell]) => bucketLines(name, labels, bounds, cell)),
      );
      return {
        observe: (labels, value) => {
          const cell = cells.of(labels);
          const index = bounds.findIndex((bound) => value <= bound);
          cell.sum += value;
          if (index === -1) cell.over += 1;
          else cell.counts[index] = (cell.counts[index] ?? 0) + 1;
        },
      };
    },
    reading: (kind, name, help, read) =>
      add(kind, name, help, async () => {
        const value = await valueOrNull(read);
        return value === null ? [] : [sample(name, {}, value)];
      }),
    info: (name, help, labels) => add('gauge', name, help, () => [sample(name, labels, 1)]),
    text: async () => {
      const parts = await Promise.all([...families.values()].map((lines) => lines()));
      return `${parts.flat().join('\n')}\n`;
    },
  };
};

// The page is wanted most when something is broken: one reading that fails must not hide the others.
const valueOrNull = async (read: Reading): Promise<number | null> => {
  try {
    return await read();
  } catch {
    return null;
  }
};

interface Buckets {
  readonly sum: number;
  readonly counts: readonly number[];
  readonly over: number;
}

// Buckets are cumulative, and the one of +Inf is the count.
const bucketLines = (name: string, labels: Labels, bounds: readonly number[], cell: Buckets): string[] => {
  let count = 0;
  const lines = bounds.map((bound, index) => {
    count += cell.counts[index] ?? 0;
    return sample(`${name}_bucket`, { ...labels, le: number(bound) }, count);
  });
  count += cell.over;
  return [
    ...lines,
    sample(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    sample(`${name}_sum`, labels, cell.sum),
    sample(`${name}_count`, labels, count),
  ];
};

const createCells = <Cell>(create: () => Cell) => {
  const cells = new Map<string, readonly [Labels, Cell]>();
  return {
    of: (labels: Labels): Cell => {
      const key = Object.values(labels).join('\n');
      const known = cells.get(key);
      if (known !== undefined) return known[1];
      const cell = create();
      cells.set(key, [labels, cell]);
      return cell;
    },
    all: () => [...cells.values()],
  };
};

const sample = (name: string, labels: Labels, value: number): string => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escape(text, true)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${number(value)}`;
};

// The format's words for what JavaScript calls Infinity; NaN is NaN in both.
const number = (value: number): string =>
  value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : String(value);

const escape = (text: string, inQuotes: boolean): string => {
  const plain = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return inQuotes ? plain.replaceAll('"', '\\"') : plain;
};
