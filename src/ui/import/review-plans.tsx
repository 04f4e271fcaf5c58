import { useMemo } from 'preact/hooks';
import { changeArea } from '../../app/import/review-edit.ts';
import type { PlanArea } from '../../domain/meeting.ts';
import type { PlanNews } from '../../domain/proposal.ts';
import { Section } from '../kit/page.tsx';
import { Select } from '../kit/select.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewPlansProps {
  readonly tools: ReviewTools;
  /** What moved in each plan since the meeting before. */
  readonly news: readonly PlanNews[];
}

/** Action plans: each area with its name and status to be corrected, and what moved since the meeting before. */
export const ReviewPlans = ({ tools, news }: ReviewPlansProps) => {
  const { plans, items } = tools.review.draft;
  return useMemo(() => <Plans tools={tools} news={news} />, [plans, items, news]);
};

const Plans = ({ tools, news }: ReviewPlansProps) => {
  const { t } = useText();
  const { plans, items } = tools.review.draft;
  if (plans.length === 0) return null;
  return (
    <Section id="review-plans" title={t('review.plans.title', { count: plans.length })}>
      {plans.map((plan, at) => {
        const item = items.find(({ key }) => key === plan.item);
        const moved = news.find(({ file }) => file === plan.paper);
        return (
          <div class="review-plan" key={plan.paper}>
            <h3 class="review-part" lang="en-GB">
              {item?.title ?? t('review.item.untitled')}
            </h3>
            <ul class="review-areas">
              {plan.areas.map((area, place) => (
                <li class="review-area" key={`${area.number} ${place}`}>
                  <AreaRow
                    area={area}
                    name={`plan-${at}-${place}`}
                    moved={linesOf(moved, area.name)}
                    onChange={(words) => tools.change((draft) => changeArea(draft, at, place, words))}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
};

/** "January 2016: awaiting conditions": what the papers say of an area, the earlier meeting first. */
const linesOf = (news: PlanNews | undefined, name: string): readonly string[] => {
  const area = news?.areas.find((one) => one.name === name && one.kind === 'moved');
  return area?.lines.map(({ label, said }) => `${label}: ${said}`) ?? [];
};

const statuses = ['done', 'on-track', 'waiting', 'late', 'unknown'] as const;

interface AreaRowProps {
  readonly area: PlanArea;
  /** Leads the ids of its fields. */
  readonly name: string;
  readonly moved: readonly string[];
  readonly onChange: (words: Partial<Pick<PlanArea, 'name' | 'status'>>) => void;
}

const AreaRow = ({ area, name, moved, onChange }: AreaRowProps) => {
  const { t } = useText();
  return (
    <>
      <div class="review-area__fields">
        <TextInput
          name={`${name}-name`}
          label={t('review.plans.area', { number: area.number })}
          value={area.name}
          onInput={(text) => onChange({ name: text })}
        />
        <Select
          name={`${name}-status`}
          label={t('review.plans.status')}
          choices={statuses.map((status) => ({ value: status, label: t(`meeting.status.${status}`) }))}
          value={area.status}
          onChange={(status) => onChange({ status })}
        />
      </div>
      <p class="second small" lang="en-GB">
        {area.text.length > 240 ? `${area.text.slice(0, 240)}…` : area.text}
      </p>
      {area.dates.length > 0 && (
        <p class="second small">{t('review.plans.dates', { dates: area.dates.join(', ') })}</p>
      )}
      {moved.length > 0 && <p class="review-area__moved">{moved.join(' → ')}</p>}
    </>
  );
};
