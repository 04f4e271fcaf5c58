const SMALL = new Set(['of', 'and', 'the', 'for', 'in', 'to', 'on', 'with', 'at', 'a']);

/** A name in capitals as it is written elsewhere; any other as it is. */
export const shoutedName = (name: string): string =>
  /\p{Ll}/u.test(name)
    ? name
    : name
        .toLowerCase()
        .split(' ')
        .map((word, at) =>
          at > 0 && SMALL.has(word)
            ? word
            : word.replace(/^\P{L}*\p{L}|-\p{L}/gu, (start) => start.toUpperCase()),
        )
        .join(' ');
