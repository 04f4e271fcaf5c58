/** One sample of Prometheus's text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  readonly kind: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const sampleLine = new RegExp(`^(${name})(?:\\{([^\\n]*)\\})? (\\S+)$`);
const labelPair = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/;

/** Reads the text format 0.0.4 by its grammar, strictly, and throws at the first line that is not in it. */
export const readExposition = (text: string): ReadonlyMap<string, Family> => {
  if (!text.endsWith('\n')) throw new Error('the last line must end');
  const families = new Map<string, { kind: string; help: string; samples: Sample[] }>();
  const seen = new Set<string>();
  let current: { name: string; kind: string; help: string; samples: Sample[] } | null = null;
  let help: readonly [string, string] | null = null;
  for (const line of text.slice(0, -1).split('\n')) {
    // "Empty lines are ignored."
    if (line === '') continue;
    const helpLine = new RegExp(`^# HELP (${name}) ([^\\n]*)$`).exec(line);
    const typeLine = new RegExp(`^# TYPE (${name}) (counter|gauge|histogram|summary|untyped)$`).exec(line);
    if (helpLine !== null) help = [helpLine[1] ?? '', helpLine[2] ?? ''];
    else if (typeLine !== null) {
      const [, family = '', kind = ''] = typeLine;
      if (families.has(family) || help?.[0] !== family) throw new Error(`not one group: ${line}`);
      current = { name: family, kind, help: help[1], samples: [] };
      families.set(family, current);
    } else {
      const sample = readSample(line);
      if (current === null || familyOf(sample.name, current.kind) !== current.name)
        throw new Error(`outside of its group: ${line}`);
      const key = keyOf(sample.name, sample.labels);
      if (seen.has(key)) throw new Error(`twice: ${line}`);
      seen.add(key);
      current.samples.push(sample);
    }
  }
  for (const family of families.values()) if (family.kind === 'histogram') checkHistogram(family);
  return families;
};

const keyOf = (sample: string, labels: Sample['labels']): string =>
  [sample, ...Object.entries(labels).map((pair) => JSON.stringify(pair))].toSorted().join(' ');

const familyOf = (sample: string, kind: string): string =>
  kind === 'histogram' ? sample.replace(/_(bucket|sum|count)$/, '') : sample;

const readSample = (line: string): Sample => {
  const [, sample = '', inBraces = '', value = ''] = sampleLine.exec(line) ?? [];
  if (sample === '') throw new Error(`not a sample: ${line}`);
  const labels: Record<string, string> = {};
  for (let rest = inBraces; rest !== '';) {
    const pair = labelPair.exec(rest);
    if (pair === null || Object.hasOwn(labels, pair[1] ?? '')) throw new Error(`not labels: ${line}`);
    labels[pair[1] ?? ''] = (pair[2] ?? '').replaceAll(/\\(.)/g, (_, letter: string) =>
      letter === 'n' ? '\n' : letter,
    );
    rest = rest.slice(pair[0].length);
  }
  return { name: sample, labels, value: readNumber(value) };
};

const readNumber = (text: string): number => {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  if (text === 'NaN') return Number.NaN;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) throw new Error(`not a number: ${text}`);
  return Number(text);
};

// Buckets never fall, end at +Inf, and that one is the count.
const checkHistogram = ({ samples }: Family): void => {
  const groups = Map.groupBy(samples, ({ labels }) => keyOf('', { ...labels, le: '' }));
  for (const group of groups.values()) {
    const buckets = group.filter((one) => one.name.endsWith('_bucket'));
    const last = buckets.at(-1);
    const count = group.find((one) => one.name.endsWith('_count'));
    if (last?.labels['le'] !== '+Inf' || last.value !== count?.value) throw new Error('+Inf is the count');
    if (!group.some((one) => one.name.endsWith('_sum'))) throw new Error('a histogram has a sum');
    const values = buckets.map((one) => one.value);
    const bounds = buckets.map((one) => readNumber(one.labels['le'] ?? ''));
    for (const list of [values, bounds]) {
      if (list.some((value, index) => value < (list[index - 1] ?? -Infinity))) throw new Error('falls');
    }
  }
};

/** The value of one sample, or null. */
export const valueOf = (
  families: ReadonlyMap<string, Family>,
  metric: string,
  labels: Readonly<Record<string, string>> = {},
): number | null => {
  const family = families.get(metric) ?? families.get(metric.replace(/_(bucket|sum|count)$/, ''));
  const found = family?.samples.find(
    (one) =>
      one.name === metric && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  );
  return found?.value ?? null;
};
