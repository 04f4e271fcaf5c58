import { Counter, Gauge, type Registry } from 'prom-client';

/** A value that is looked up when somebody asks; null, or throwing, leaves the sample out. */
export type Reading = () => number | null | Promise<number | null>;

/** Adds a gauge, or a counter that something else keeps. */
export const addReading = (
  registry: Registry,
  kind: 'gauge' | 'counter',
  name: string,
  help: string,
  read: Reading,
): void => {
  const options = { name, help, registers: [registry] };
  if (kind === 'gauge') {
    const gauge = new Gauge({
      ...options,
      collect: async () => {
        const value = await valueOrNull(read);
        if (value === null) gauge.remove();
        else gauge.set(value);
      },
    });
    return;
  }
  const counter = new Counter({
    ...options,
    collect: async () => {
      const value = await valueOrNull(read);
      counter.reset();
      if (value === null) counter.remove();
      else counter.inc(value);
    },
  });
};

// The page is wanted most when something is broken: one reading that fails must not hide the others.
const valueOrNull = async (read: Reading): Promise<number | null> => {
  try {
    return await read();
  } catch {
    return null;
  }
};
