import type { Duty, Nature } from '../../domain/event.ts';
import { createText, type Text } from '../use-text.ts';
import type { Answered, Made } from '../../app/declaration-page.ts';

/** A sentence in the reader's language, and in English where the two differ: duties in law always show both. */
export interface DutySentence {
  readonly words: string;
  readonly english: string | null;
}

/** Every sentence of "What you must do", as it is drawn and as the record keeps it. */
export interface DutiesWords {
  readonly caption: string;
  readonly title: string;
  readonly kind: string;
  readonly duties: readonly DutySentence[];
  readonly sayTitle: string;
  readonly say: string;
  readonly sources: string;
  readonly never: string;
}

/** "item 5", or the title in quotation marks where the agenda gives no number. */
export const itemName = (
  { t }: Text,
  item: { readonly number: string | null; readonly title: string },
): string =>
  item.number === null
    ? t('declaration.item.unnumbered', { title: item.title })
    : t('declaration.item.numbered', { number: item.number });

/** "Item 5, Roads": one line above a page. */
export const itemCaption = (
  { t }: Text,
  item: { readonly number: string | null; readonly title: string },
): string =>
  item.number === null
    ? item.title
    : t('declaration.item.caption', { number: item.number, title: item.title });

/** A duty in the reader's language, with its English beside it where that is another. */
const dutySentence = (text: Text, duty: Duty, item: Made['item']): DutySentence => {
  const words = dutyIn(text, duty, item);
  const english = text.language === 'en-GB' ? words : dutyIn(createText('en-GB'), duty, item);
  return { words, english: english === words ? null : english };
};

const dutyIn = (text: Text, duty: Duty, item: Made['item']): string =>
  text.t(`regimes.duty.${duty.code}`, {
    item: itemName(text, item),
    date: duty.code === 'notify-monitoring-officer' ? text.dates.date(duty.by) : '',
  });

/** The words of the last page of a declaration. */
export const dutiesWords = (text: Text, made: Omit<Made, 'answers'>): DutiesWords => ({
  caption: itemCaption(text, made.item),
  title: text.t('declaration.duties.title'),
  kind: text.t(`declaration.duties.kind.${made.interest}`),
  duties: made.duties.map((duty) => dutySentence(text, duty, made.item)),
  sayTitle: text.t('declaration.duties.say'),
  say: made.say,
  sources: text.t(`regimes.sources.${made.regime.id}`),
  never: text.t('declaration.duties.never'),
});

/** Question and answer as "check your answers" shows them. */
export const answerWords = ({ t }: Text, answered: Answered) =>
  answered.map(({ question, choice }) => ({
    id: question.id,
    question: t(`regimes.q.${question.id}.title`),
    answer: t(`regimes.q.${question.id}.choice.${choice}`),
  }));

/** The nature as it is shown: the member's words, or that it is kept out. */
export const natureWords = ({ t }: Text, nature: Nature): string =>
  nature.kind === 'sensitive' ? t('declaration.nature.sensitive') : nature.text;

/** All sentences that were on the screen before the last press, in their order. */
export const shownWords = (text: Text, answered: Answered, made: Made): readonly string[] => {
  const words = dutiesWords(text, made);
  return [
    ...answerWords(text, answered).map(({ question, answer }) => `${question} ${answer}`),
    `${text.t('declaration.nature.label')} ${natureWords(text, made.nature)}`,
    words.caption,
    words.title,
    words.kind,
    ...words.duties.flatMap(({ words: sentence, english }) => [sentence, english ?? '']),
    words.sayTitle,
    words.say,
    words.sources,
    words.never,
  ];
};
