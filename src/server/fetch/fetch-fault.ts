/** Why an address was not fetched. Nothing of it was kept. */
export type FetchFault =
  /** Not an address, not https, or with a name and a password in it. */
  | { readonly kind: 'not-allowed'; readonly problem: 'address' | 'https' | 'password' | 'port' }
  /** It is, or leads to, the server's own machine or network. */
  | { readonly kind: 'inside'; readonly host: string }
  | { readonly kind: 'no-answer'; readonly host: string }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'too-many-redirects' }
  | { readonly kind: 'too-large'; readonly mostBytes: number }
  | { readonly kind: 'too-slow'; readonly seconds: number };

type Sentences = {
  readonly [K in FetchFault['kind']]: (fault: Extract<FetchFault, { readonly kind: K }>) => string;
};

const problems = {
  address: 'That is not an address of a page.',
  https: 'Only addresses that begin with https:// are fetched.',
  password: 'An address with a password in it is not fetched.',
  port: 'Only addresses without a port number are fetched.',
} as const;

const sentences: Sentences = {
  'not-allowed': ({ problem }) => problems[problem],
  inside: ({ host }) => `The site ${host} is inside this server's own network, and is not fetched.`,
  'no-answer': ({ host }) => `The site ${host} does not answer.`,
  refused: ({ status }) => `The site refused the page (${status}).`,
  'too-many-redirects': () => 'The site sends the page from one address to the next without end.',
  'too-large': ({ mostBytes }) => `The page is larger than ${Math.floor(mostBytes / 1_000_000)} MB.`,
  'too-slow': ({ seconds }) => `The site took longer than ${seconds} seconds.`,
};

/** A fault as one plain sentence. */
export const fetchFaultSentence = (fault: FetchFault): string => {
  // The table's type pairs every kind with its own fault; TypeScript cannot follow that through an index.
  const sentence = sentences[fault.kind] as (fault: FetchFault) => string;
  return sentence(fault);
};
