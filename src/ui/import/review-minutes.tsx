import { FileSearch, TriangleAlert } from 'lucide';
import { useMemo } from 'preact/hooks';
import type { ProposedMeeting } from '../../domain/proposal.ts';
import type { Fact, RecordedVote, UnderstoodMinutes } from '../../domain/understood.ts';
import { Button } from '../kit/button.tsx';
import { Details } from '../kit/details.tsx';
import { Section } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useText } from '../use-text.ts';
import { fromWords } from './evidence-line.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewMinutesProps {
  readonly tools: ReviewTools;
  readonly proposed: ProposedMeeting;
}

/** What printed minutes say of the past: who was there, apologies, declarations, votes. Nothing without minutes. */
export const ReviewMinutes = ({ tools, proposed }: ReviewMinutesProps) =>
  // Nothing in it can be changed: it is drawn once.
  useMemo(() => <Said tools={tools} proposed={proposed} />, [proposed]);

const Said = ({ tools, proposed }: ReviewMinutesProps) => {
  const { t } = useText();
  const { minutes, items } = proposed;
  const votes = minutes === null ? items.flatMap(({ minute }) => minute?.votes ?? []) : votesOf(minutes);
  if (minutes === null && votes.length === 0) return null;
  const { present = [], apologies = [], declarations = [] } = minutes ?? {};
  return (
    <Section id="review-minutes" title={t('review.minutes.title')}>
      <p class="second">{t('review.minutes.text')}</p>
      {present.length > 0 && (
        <Details summary={t('review.minutes.present', { count: present.length })}>
          <p lang="en-GB">{present.map(({ value }) => value).join(', ')}</p>
        </Details>
      )}
      {apologies.length > 0 && (
        <Details summary={t('review.minutes.apologies', { count: apologies.length })}>
          <Facts tools={tools} facts={apologies} words={(name) => name} />
        </Details>
      )}
      {declarations.length > 0 && (
        <Details summary={t('review.minutes.declarations', { count: declarations.length })}>
          <Facts tools={tools} facts={declarations} words={({ name, text }) => `${name}: ${text}`} />
        </Details>
      )}
      {votes.length > 0 && (
        <Details summary={t('review.minutes.votes', { count: votes.length })}>
          <Votes votes={votes} />
        </Details>
      )}
    </Section>
  );
};

const votesOf = ({ minutes }: UnderstoodMinutes): readonly RecordedVote[] =>
  minutes.flatMap(({ value }) => value.votes);

interface FactsProps<T> {
  readonly tools: ReviewTools;
  readonly facts: readonly Fact<T>[];
  readonly words: (value: T) => string;
}

const Facts = <T,>({ tools, facts, words }: FactsProps<T>) => {
  const text = useText();
  return (
    <ul class="plain-list">
      {facts.map(({ value, from }, at) => (
        <li key={at}>
          <span lang="en-GB">{words(value)}</span>{' '}
          <Button kind="quiet" icon={FileSearch} hidden={words(value)} onPress={() => tools.onSee(from)}>
            {fromWords(text, from)}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** Each vote with how many names stand on each side; a printed number that is not theirs is marked. */
const Votes = ({ votes }: { readonly votes: readonly RecordedVote[] }) => {
  const { t } = useText();
  return (
    <ul class="plain-list">
      {votes.map((vote, at) => (
        <li key={at}>
          <span lang="en-GB">{vote.title}</span>{' '}
          {t('review.minutes.vote', {
            for: vote.for.length,
            against: vote.against.length,
            abstained: vote.abstained.length,
          })}{' '}
          {vote.doubt !== null && (
            <Tag tone="waiting" icon={TriangleAlert}>
              {t('review.minutes.countDiffers')}
            </Tag>
          )}
        </li>
      ))}
    </ul>
  );
};
