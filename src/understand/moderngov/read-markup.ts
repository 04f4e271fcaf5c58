import { DomHandler, type Document } from 'domhandler';
import { Parser } from 'htmlparser2';
import { err, ok, type Result } from '../../domain/result.ts';

/** A document whose elements are at most 130 deep, so that walking it by recursion is safe. */
export interface Markup {
  readonly document: Document;
  /** False when the source ended before its elements did. In HTML that is common and says little. */
  readonly whole: boolean;
}

/** What is longer, in UTF-16 units, is not read. */
export const MOST_OF_A_SOURCE = 5 * 1024 * 1024;

const DEEPEST_KEPT = 128;
// The parser's own list of open elements costs more with each level; no page comes near this.
const DEEPEST_READ = 1000;
const CHUNK = 4096;

/** Reads XML by its local names in lower case, without prefixes, or HTML. Never throws. */
export const readMarkup = (source: string, mode: 'xml' | 'html'): Result<Markup, 'too-large'> => {
  if (source.length > MOST_OF_A_SOURCE) return err('too-large');
  const handler = new DomHandler();
  const depth = new DepthCount(handler, mode === 'xml');
  const parser = new Parser(depth.callbacks, {
    xmlMode: mode === 'xml',
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  for (let start = 0; start < source.length; start += CHUNK) {
    parser.write(source.slice(start, start + CHUNK));
    if (depth.deepest > DEEPEST_READ) return err('too-large');
  }
  const whole = depth.open === 0;
  parser.end();
  return ok({ document: handler.root, whole });
};

/** Leaves out the tags of elements that lie too deep; what they hold joins their nearest kept ancestor. */
class DepthCount {
  open = 0;
  deepest = 0;
  readonly callbacks: ConstructorParameters<typeof Parser>[0];

  constructor(handler: DomHandler, stripPrefixes: boolean) {
    this.callbacks = {
      onopentag: (name, attributes) => {
        this.open += 1;
        this.deepest = Math.max(this.deepest, this.open);
        if (this.open <= DEEPEST_KEPT)
          handler.onopentag(stripPrefixes ? withoutPrefix(name) : name, attributes);
      },
      onclosetag: () => {
        if (this.open <= DEEPEST_KEPT) handler.onclosetag();
        this.open -= 1;
      },
      ontext: (text) => handler.ontext(text),
      oncomment: (text) => handler.oncomment(text),
      oncommentend: () => handler.oncommentend(),
      onend: () => handler.onend(),
    };
  }
}

const withoutPrefix = (name: string): string => name.slice(name.lastIndexOf(':') + 1);
