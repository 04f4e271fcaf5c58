/** Bytes as people read them: `840 kB`, `4.2 MB`, `1.3 GB`. Decimal, as tablets count their own room. */
export const fileSize = (bytes: number): string => {
  if (bytes >= 1e9) return `${oneDecimal(bytes / 1e9)} GB`;
  if (bytes >= 1e6) return `${oneDecimal(bytes / 1e6)} MB`;
  return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1e3))} kB`;
};

const oneDecimal = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '');
