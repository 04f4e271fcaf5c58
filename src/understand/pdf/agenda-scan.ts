import { endsAgenda, excludesPublic, saysNoneExempt, type Section, sectionOf } from './agenda-sections.ts';
import { comesAfter, isFirst, type ItemNumber, type ReadNumber } from './item-number.ts';
import { type ItemOpening, itemOpening } from './item-opening.ts';
import type { SheetLine } from './sheet-lines.ts';
import { isPersonLine, isSignOff } from './sign-off.ts';

/** An item as its lines were found. */
export interface ScannedItem {
  readonly opening: ItemOpening;
  readonly line: SheetLine;
  /** Where its line stands among all lines. */
  readonly at: number;
  readonly isUnderExempt: boolean;
  /** The lines under it. */
  readonly under: readonly SheetLine[];
}

export interface ScannedAgenda {
  readonly items: readonly ScannedItem[];
  readonly exemptHeading: SheetLine | null;
  /** Where it is said that there are no exempt items. */
  readonly noneExempt: SheetLine | null;
}

interface OpenItem extends ScannedItem {
  readonly under: SheetLine[];
}

const MOST_ITEMS = 300;
/** A list of fewer that begins anew was something else: an address, a note. */
const FEWEST = 3;

/** Goes through a front sheet's lines once, from item to item. */
export class AgendaScan {
  readonly #lines: readonly SheetLine[];
  readonly #readNumber: ReadNumber;
  #items: OpenItem[] = [];
  #section: Section | null = null;
  #isAfterExclusion = false;
  #isOver = false;
  #mayRestart = false;
  #exemptHeading: SheetLine | null = null;
  #noneExempt: SheetLine | null = null;

  constructor(lines: readonly SheetLine[], readNumber: ReadNumber) {
    this.#lines = lines;
    this.#readNumber = readNumber;
  }

  from(start: number): ScannedAgenda {
    for (const [at, line] of this.#lines.entries()) {
      if (at >= start && this.#items.length < MOST_ITEMS) this.#take(line, at);
    }
    return { items: this.#items, exemptHeading: this.#exemptHeading, noneExempt: this.#noneExempt };
  }

  #take(line: SheetLine, at: number): void {
    const opening = itemOpening(line, this.#readNumber);
    if (opening !== null && this.#fits(opening, line.cells.length > 1)) {
      this.#open(opening, line, at);
      return;
    }
    const section = opening === null ? sectionOf(line.text, this.#section) : null;
    if (section !== null) this.#enter(section, line);
    else this.#takeText(line);
  }

  #fits({ number, isNamed, pages }: ItemOpening, isRow: boolean): boolean {
    const last = this.#items.at(-1)?.opening.number;
    if (last === undefined)
      return (
        isNamed || pages !== null || (number.part === '' && (/^$|\/$/.test(number.letter) || isFirst(number)))
      );
    if (isFirst(number) && (this.#mayRestart || (!this.#isOver && this.#items.length < FEWEST))) return true;
    return comesAfter(last, number) && (!this.#isOver || this.#isNextRow(last, number, isRow));
  }

  /** A contact within a table of items does not end it: the next number is the next item. */
  #isNextRow(last: ItemNumber, next: ItemNumber, isRow: boolean): boolean {
    return isRow && last.letter === next.letter && (next.figure ?? 0) - (last.figure ?? 0) === 1;
  }

  #open(opening: ItemOpening, line: SheetLine, at: number): void {
    const isAnew = this.#items.length > 0 && isFirst(opening.number) && !this.#mayRestart;
    if (isAnew) this.#items = [];
    const isUnderExempt = this.#section === 'exempt' || this.#isAfterExclusion;
    this.#items.push({ opening, line, at, isUnderExempt, under: [] });
    this.#mayRestart = false;
    this.#isOver = false;
    if (excludesPublic(opening.printed)) this.#isAfterExclusion = true;
  }

  #enter(section: Section, line: SheetLine): void {
    this.#section = section;
    this.#isAfterExclusion = false;
    this.#isOver = false;
    this.#mayRestart = true;
    if (section === 'exempt') this.#exemptHeading ??= line;
    if (section === 'exempt' && saysNoneExempt(line.text)) this.#noneExempt ??= line;
  }

  #takeText(line: SheetLine): void {
    if (saysNoneExempt(line.text) && (this.#section === 'exempt' || /exempt|confidential/i.test(line.text))) {
      this.#noneExempt ??= line;
      return;
    }
    const last = this.#items.at(-1);
    // What stands right under a section's heading speaks of the section.
    if (last === undefined || this.#isOver || this.#mayRestart) {
      if (endsAgenda(line.text) || isSignOff(line.text)) this.#isOver = true;
      return;
    }
    if (!endsAgenda(line.text) && !isSignOff(line.text)) {
      last.under.push(line);
      return;
    }
    this.#isOver = true;
    const above = last.under.at(-1);
    if (above !== undefined && isSignOff(line.text) && isPersonLine(above.text)) last.under.pop();
  }
}
