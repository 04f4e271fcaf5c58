import { readLocal, weekdayOf } from '../i18n/local-time.ts';
import { useText } from './use-text.ts';

/** The day of the next meeting, large: weekday, day, month. A screen reader hears the whole date as one. */
export const DateBlock = ({ start }: { readonly start: string }) => {
  const { t, dates } = useText();
  const { day, month } = readLocal(start);
  const weekday = weekdayOf(start);
  return (
    <p class="date-block">
      <span class="govuk-visually-hidden">{dates.day(start)}</span>
      <span class="date-block__words" aria-hidden="true">
        {t(`date.weekday.${weekday}`)}
      </span>
      <span class="date-block__day" aria-hidden="true">
        {day}
      </span>
      <span class="date-block__words" aria-hidden="true">
        {t(`date.month.${month}`)}
      </span>
    </p>
  );
};
