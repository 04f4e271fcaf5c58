/** The English sentences that the first page does not need: one chunk, kept for offline use like the rest. */
const parts = import.meta.glob<Readonly<Record<string, string>>>(
  ['../../locales/en-GB/*.json', '!../../locales/en-GB/{app,enrol,help,meeting,meetings,shell}.json'],
  { eager: true, import: 'default' },
);

export const englishRest: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(parts));
