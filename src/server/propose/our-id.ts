import type { Alias } from '../../domain/understood.ts';

/** The id of ours that something was matched to, or null. */
export const ourId = (aliases: readonly Alias[], kind: Alias['kind']): string | null =>
  aliases.find((alias) => alias.system === 'order-paper' && alias.kind === kind)?.id ?? null;

/** What others call it: each once, and nothing where there is nothing. */
export const theirs = (
  aliases: readonly Alias[],
  isMeant: (kind: Alias['kind']) => boolean = () => true,
): { readonly aliases?: readonly Alias[] } => {
  const found = new Map(
    aliases
      .filter(({ system, kind }) => system !== 'order-paper' && isMeant(kind))
      .map((alias) => [JSON.stringify(alias), alias]),
  );
  return found.size === 0 ? {} : { aliases: [...found.values()] };
};
