import type { RecordView } from '../../app/records-one.ts';
import type { AnyEvent, Declaration } from '../../domain/event.ts';
import { directionOf, readLanguageTag } from '../../i18n/languages.ts';
import { AnswersList, type AnswerRow } from '../kit/answers-list.tsx';
import { Details } from '../kit/details.tsx';
import { Duties } from '../kit/notice.tsx';
import { useText, type Text } from '../use-text.ts';
import { DutyWords, WordsToSay } from '../declaration/declaration-duties.tsx';
import { dutiesWords, itemCaption, natureWords } from '../declaration/declaration-words.ts';
import { extentWords, momentWords } from './record-words.ts';

/** What a record says, and the sentences that were on the screen when it was made. */
export const RecordContent = ({ view }: { readonly view: Extract<RecordView, { kind: 'known' }> }) => {
  const text = useText();
  const { t } = text;
  const { event } = view.line;
  const isDeclared = event.type === 'interest.declare' || event.type === 'interest.amend';
  return (
    <>
      {isDeclared && <DeclaredWords body={event.body} />}
      <AnswersList rows={rowsOf(text, view)} />
      {'seen' in event.body && (
        <Details summary={t('records.shown.title')}>
          <p>{t('records.shown.text', { version: String(event.body.seen.meetingVersion) })}</p>
          <ul class="records__shown" {...languageOf(event.body.seen.language)}>
            {event.body.seen.words.map((words, index) => (
              <li key={index}>{words}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
};

const DeclaredWords = ({ body }: { readonly body: Declaration }) => {
  const text = useText();
  const words = dutiesWords(text, body);
  return (
    <>
      <Duties
        title={words.title}
        duties={words.duties.map((duty) => (
          <DutyWords duty={duty} />
        ))}
      />
      <h2 class="say__title">{words.sayTitle}</h2>
      <WordsToSay say={words.say} />
    </>
  );
};

const rowsOf = (text: Text, view: Extract<RecordView, { kind: 'known' }>): readonly AnswerRow[] => {
  const { t, dates } = text;
  const { event, savedAt } = view.line;
  const seen = 'seen' in event.body ? event.body.seen : null;
  const meeting =
    seen && t('records.row.meetingWords', { committee: seen.committee, day: dates.day(seen.start) });
  return [
    ...(meeting === null ? [] : [{ question: t('records.row.meeting'), answer: meeting }]),
    ...ownRows(text, event),
    ...(view.reason === null
      ? []
      : [{ question: t('apology.reason.label'), answer: <Typed words={view.reason.body.text} /> }]),
    ...view.presence.map((move) => ({
      question: t(`records.kind.${move.type}`),
      answer: momentWords(text, move.madeAt),
    })),
    { question: t('records.row.saved'), answer: momentWords(text, savedAt) },
  ];
};

const ownRows = (text: Text, event: AnyEvent): readonly AnswerRow[] => {
  const { t } = text;
  const item =
    'item' in event.body
      ? [{ question: t('declaration.check.item'), answer: itemCaption(text, event.body.item) }]
      : [];
  if (event.type === 'apology.send') {
    return [
      { question: t('apology.extent.label'), answer: extentWords(text, event.body.extent) },
      ...(event.body.afterStart
        ? [{ question: t('records.row.late'), answer: t('apology.afterStart') }]
        : []),
    ];
  }
  if (event.type === 'apology.reason') {
    return [{ question: t('apology.reason.label'), answer: <Typed words={event.body.text} /> }];
  }
  if (event.type === 'whip.declare') {
    return [
      ...item,
      { question: t('whip.group.label'), answer: event.body.group },
      { question: t('whip.nature.label'), answer: <Typed words={event.body.nature} /> },
    ];
  }
  if (event.type === 'interest.declare' || event.type === 'interest.amend') {
    return [...item, ...declaredRows(text, event.body)];
  }
  return item;
};

const declaredRows = (text: Text, body: Declaration): readonly AnswerRow[] => [
  { question: text.t('declaration.kind.label'), answer: text.t(`regimes.kind.${body.interest}`) },
  ...body.answers.map(({ question, choice }) => ({
    question: text.t(`regimes.q.${question}.title`),
    answer: text.t(`regimes.q.${question}.choice.${choice}`),
  })),
  {
    question: text.t('declaration.nature.label'),
    answer: <Typed words={natureWords(text, body.nature)} />,
  },
];

/** Words that a person typed: their own direction, their own lines. */
const Typed = ({ words }: { readonly words: string }) => (
  <span class="kept-lines" dir="auto">
    {words}
  </span>
);

const languageOf = (tag: string): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } => {
  const known = readLanguageTag(tag);
  return { lang: tag, dir: known === null ? 'ltr' : directionOf(known) };
};
