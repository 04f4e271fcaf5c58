import { ListChecks } from 'lucide';
import { useMemo } from 'preact/hooks';
import { watchActions, type PlanView } from '../app/actions.ts';
import type { Services } from '../app/services.ts';
import { Page, Section } from './kit/page.tsx';
import { Empty } from './kit/waiting-states.tsx';
import { PlanTable } from './plan-table.tsx';
import { useText } from './use-text.ts';
import { useWatch } from './use-watch.ts';
import { WatchedScreen } from './watched-screen.tsx';

/** The action plans of all meetings on this tablet. */
export const ActionsScreen = ({ services }: { readonly services: Services }) => {
  const { t } = useText();
  const watched = useWatch(useMemo(() => watchActions(services), [services]));
  return (
    <WatchedScreen watched={watched}>
      {(plans) => (
        <Page title={t('actions.title')}>
          {plans.length === 0 ? (
            <Empty icon={ListChecks} title={t('actions.empty.title')}>
              <p>{t('actions.empty.text')}</p>
            </Empty>
          ) : (
            <p class="second">{t('actions.intro')}</p>
          )}
          {plans.map((plan) => (
            <Plan key={plan.id} plan={plan} />
          ))}
        </Page>
      )}
    </WatchedScreen>
  );
};

const Plan = ({ plan }: { readonly plan: PlanView }) => {
  const { t, dates } = useText();
  const date = dates.date(plan.start);
  const done = plan.areas.filter(({ status }) => status === 'done').length;
  return (
    <Section
      id={plan.id}
      title={
        <>
          {plan.title}
          <span class="govuk-visually-hidden"> {date}</span>
        </>
      }
      aside={
        <a class="section__link" href={plan.readPath}>
          {t('actions.read')}
          <span class="govuk-visually-hidden"> {t('actions.read-hidden', { title: plan.title, date })}</span>
        </a>
      }
    >
      <p class="facts section__facts">
        <a href={`/meetings/${plan.meetingId}`}>{t('actions.plan', { committee: plan.committee, date })}</a>
        {plan.itemNumber !== null && <span>{t('actions.item', { number: plan.itemNumber })}</span>}
        <span>{t('actions.summary', { done, total: plan.areas.length })}</span>
      </p>
      <PlanTable areas={plan.areas} labelledBy={plan.id} />
    </Section>
  );
};
