import { CircleAlert, CircleCheck, CircleDashed, Clock, Hourglass, type IconNode } from 'lucide';
import type { PlanArea } from '../domain/meeting.ts';
import { Tag, type Tone } from './kit/tag.tsx';
import { useText } from './use-text.ts';

// Red is for duties under law, so "late" is amber like "waiting" and told from it by icon and word.
const looks: Readonly<Record<PlanArea['status'], { readonly tone: Tone; readonly icon: IconNode }>> = {
  done: { tone: 'done', icon: CircleCheck },
  'on-track': { tone: 'done', icon: Clock },
  waiting: { tone: 'waiting', icon: Hourglass },
  late: { tone: 'waiting', icon: CircleAlert },
  unknown: { tone: 'plain', icon: CircleDashed },
};

export interface PlanTableProps {
  readonly areas: readonly PlanArea[];
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
}

/** The areas of an action plan: a table, or cards on a phone. Dates stand exactly as printed. */
export const PlanTable = ({ areas, labelledBy }: PlanTableProps) => {
  const { t } = useText();
  return (
    <table class="table table--cards plan" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('meeting.area')}</th>
          <th scope="col">{t('meeting.status')}</th>
          <th scope="col">{t('meeting.dates')}</th>
          <th scope="col">{t('meeting.what')}</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.number}>
            <th scope="row">
              <span class="plan__number">{area.number}</span> {area.name}
            </th>
            <td>
              <Tag tone={looks[area.status].tone} icon={looks[area.status].icon}>
                {t(`meeting.status.${area.status}`)}
              </Tag>
            </td>
            <td data-column={t('meeting.dates')}>
              {area.dates.length === 0 ? (
                <span class="second">{t('meeting.no-dates')}</span>
              ) : (
                <DateList dates={area.dates} />
              )}
            </td>
            <td data-column={t('meeting.what')}>{area.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const DateList = ({ dates }: { readonly dates: readonly string[] }) => (
  <ul class="plan__dates">
    {dates.map((date) => (
      <li key={date}>{date}</li>
    ))}
  </ul>
);
