const TELEPHONE = /(?:\+\s?44|\(?\b0)(?:[\s()./-]{0,2}\d){8,12}\b/gu;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/giu;

/** A text about a person without telephone numbers and postcodes; null when nothing is left. */
export const withoutPrivate = (text: string | null): string | null => {
  if (text === null) return null;
  const rest = text.replaceAll(TELEPHONE, '').replaceAll(POSTCODE, '').replaceAll(/\s+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : null;
};
