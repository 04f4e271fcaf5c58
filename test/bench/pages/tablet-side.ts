import { openExchange, type ExchangeSide } from './exchange-side.ts';
import { measureSaves, type Saves } from './measure-saves.ts';

/** What the benchmark asks of a page; loaded into a page of the real server's own origin. */
interface TabletSide {
  readonly measureSaves: (count: number, isOursFirst: boolean) => Promise<Saves>;
  readonly openExchange: (code: string) => Promise<void>;
  readonly exchange: () => ExchangeSide;
}

declare global {
  var tabletSide: TabletSide;
}

let opened: ExchangeSide | null = null;

globalThis.tabletSide = {
  measureSaves,
  openExchange: async (code) => {
    opened = await openExchange(code);
  },
  exchange: () => {
    if (opened === null) throw new Error('this tablet is not enrolled');
    return opened;
  },
};
