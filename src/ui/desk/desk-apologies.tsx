import { TriangleAlert } from 'lucide';
import type { DeskApology } from '../../domain/register-rows.ts';
import { Section } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useText } from '../use-text.ts';
import { DeskRow, DeskRows } from './desk-rows.tsx';

/** Apologies in the order of the seats; a reason is shown here and nowhere else. */
export const DeskApologies = ({ rows }: { readonly rows: readonly DeskApology[] }) => {
  const { t } = useText();
  const title = t('desk.apologies.title');
  return (
    <Section id="apologies" title={title}>
      <DeskRows caption={title}>
        {rows.flatMap((row) =>
          row.arrivals.map((arrival) => (
            <DeskRow
              key={arrival.event.id}
              arrival={arrival}
              more={<Reason row={row} madeAt={arrival.event.madeAt} />}
              marks={
                <>
                  {row.status.kind === 'to-confirm' && (
                    <Tag tone="waiting" icon={TriangleAlert}>
                      {t('desk.mark.toConfirm')}
                    </Tag>
                  )}
                  {row.isNoted && <Tag tone="done">{t('desk.mark.noted')}</Tag>}
                </>
              }
            />
          )),
        )}
      </DeskRows>
    </Section>
  );
};

/** The reason that was given with this apology: both were saved in one moment. */
const Reason = ({ row, madeAt }: { readonly row: DeskApology; readonly madeAt: string }) => {
  const { t } = useText();
  const event = row.reasons.find((reason) => reason.event.madeAt === madeAt)?.event;
  if (event?.type !== 'apology.reason') return null;
  return (
    <p class="second kept-lines">
      {t('desk.reason')} <span dir="auto">{event.body.text}</span>
    </p>
  );
};
