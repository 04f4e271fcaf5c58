const numbered = new Map<string, string>();

/**
 * The statement as PostgreSQL writes its parameters: `?` in order becomes `$1`, `$2` …, `?2` becomes `$2`.
 * Statements use one of the two and hold no question mark otherwise.
 */
export const withNumberedParameters = (text: string): string => {
  const known = numbered.get(text);
  if (known !== undefined) return known;
  let count = 0;
  const made = text.replaceAll(
    /\?(\d*)/g,
    (_, number: string) => `$${number === '' ? (count += 1) : number}`,
  );
  // Lists of values make texts of many lengths; forgetting all now and then bounds the memory.
  if (numbered.size >= 1000) numbered.clear();
  numbered.set(text, made);
  return made;
};
