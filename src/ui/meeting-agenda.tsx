import { DoorOpen, FileCheck, Hourglass } from 'lucide';
import type { ItemLine, MeetingView } from '../app/meeting.ts';
import type { OwnDeclaration } from '../app/own-records.ts';
import type { Minute } from '../domain/meeting.ts';
import { Details } from './kit/details.tsx';
import { Tag } from './kit/tag.tsx';
import { useText } from './use-text.ts';

type Known = Extract<MeetingView, { kind: 'known' }>;

/** The agenda: each item with its number as printed, pages, papers, what I declared, and its minute. */
export const MeetingAgenda = ({ view }: { readonly view: Known }) => (
  <ol class="agenda">
    {view.items.map((line) => (
      <AgendaItem key={line.item.id} line={line} view={view} />
    ))}
  </ol>
);

const AgendaItem = ({ line, view }: { readonly line: ItemLine; readonly view: Known }) => {
  const { t } = useText();
  const { item, papers, declarations, plan } = line;
  const [only, ...others] = papers;
  const hidden =
    item.number === null
      ? t('meeting.declare-hidden-plain', { title: item.title })
      : t('meeting.declare-hidden', { number: item.number, title: item.title });
  return (
    <li class="agenda__item">
      <span class="agenda__number">{item.number}</span>
      <div class="agenda__body">
        <h3 class="agenda__title">{only ? <a href={only.href}>{item.title}</a> : item.title}</h3>
        <p class="facts small">
          {item.pages && <Pages first={item.pages.first} last={item.pages.last} />}
          {!only && <span>{t('meeting.no-paper')}</span>}
          {plan && <a href={`#plan-${item.id}`}>{t('meeting.plan-link', { count: plan.areas.length })}</a>}
        </p>
        {others.length > 0 && (
          <ul class="agenda__papers">
            {papers.map((paper) => (
              <li key={paper.href}>
                <a href={paper.href}>{paper.title}</a>
              </li>
            ))}
          </ul>
        )}
        {declarations.map((declaration) => (
          <DeclarationTags key={declaration.recordId} declaration={declaration} />
        ))}
        {item.minute && <MinuteText minute={item.minute} />}
      </div>
      {!view.isOver && (
        <a
          class="agenda__declare"
          href={`/meetings/${view.manifest.meetingId}/declare?item=${encodeURIComponent(item.id)}`}
        >
          {t('meeting.declare-item')}
          <span class="govuk-visually-hidden"> {hidden}</span>
        </a>
      )}
    </li>
  );
};

const Pages = ({ first, last }: { readonly first: string; readonly last: string }) => {
  const { t } = useText();
  return <span>{first === last ? t('meeting.page', { first }) : t('meeting.pages', { first, last })}</span>;
};

const DeclarationTags = ({ declaration }: { readonly declaration: OwnDeclaration }) => {
  const { t } = useText();
  const { mustLeave, recordId, state } = declaration;
  return (
    <p class="own-tags">
      <a class="agenda__record" href={`/records/${recordId}`}>
        {mustLeave ? (
          <Tag tone="duty" icon={DoorOpen}>
            {t('meeting.declared-leave')}
          </Tag>
        ) : (
          <Tag tone="done" icon={FileCheck}>
            {t('meeting.declared')}
          </Tag>
        )}
      </a>
      {state === 'pending' && (
        <Tag tone="waiting" icon={Hourglass}>
          {t('meeting.declared-unsent')}
        </Tag>
      )}
    </p>
  );
};

/** Some minutes have a hundred paragraphs, and the next item is not to be looked for behind them. */
const longMinute = 8;
const firstOfLong = 3;

/** The minute under its own number, which is not the agenda's. A minute that was cut says so. */
const MinuteText = ({ minute }: { readonly minute: Minute }) => {
  const { t } = useText();
  const isLong = minute.paragraphs.length > longMinute;
  const first = isLong ? minute.paragraphs.slice(0, firstOfLong) : minute.paragraphs;
  const rest = isLong ? minute.paragraphs.slice(firstOfLong) : [];
  return (
    <div class="minute">
      <h4 class="minute__number">
        {minute.number === null ? t('meeting.minute-plain') : t('meeting.minute', { number: minute.number })}
      </h4>
      {first.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {rest.length > 0 && (
        <Details summary={t('meeting.minute-rest', { count: rest.length })}>
          {rest.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </Details>
      )}
      {minute.truncated && <p class="minute__cut">{t('meeting.truncated')}</p>}
    </div>
  );
};
