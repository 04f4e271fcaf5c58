import { CloudOff } from 'lucide';
import type { SetAsideLine, SetAsideView } from '../../app/desk-set-aside.ts';
import { Notice } from '../kit/notice.tsx';
import { Section } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { timeWords } from './desk-words.ts';

/** Records that reached the council but not the register: who, what kind, when and why. Nothing where there are none. */
export const DeskSetAside = ({ view }: { readonly view: SetAsideView }) => {
  const { t } = useText();
  if (view.kind === 'asking') return null;
  if (view.kind === 'known' && view.lines.length === 0) return null;
  return (
    <Section id="set-aside" title={t('desk.aside.title')}>
      {view.kind === 'known' ? (
        <>
          <p>{t('desk.aside.text')}</p>
          <SetAsideTable lines={view.lines} />
        </>
      ) : (
        <Notice tone="plain" icon={CloudOff}>
          <p>{t('desk.aside.offline')}</p>
        </Notice>
      )}
    </Section>
  );
};

const SetAsideTable = ({ lines }: { readonly lines: readonly SetAsideLine[] }) => {
  const text = useText();
  const { t } = text;
  return (
    <table class="table table--cards desk-rows">
      <caption class="govuk-visually-hidden">{t('desk.aside.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.column.who')}</th>
          <th scope="col">{t('desk.column.what')}</th>
          <th scope="col">{t('desk.column.received')}</th>
          <th scope="col">{t('desk.column.why')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, sender, type, receivedAt, reason, isOfMeeting }) => (
          <tr key={id}>
            <th scope="row">
              {sender.name}
              {sender.role !== null && <span class="desk-rows__role">{sender.role}</span>}
            </th>
            <td data-column={t('desk.column.what')}>
              {type === null ? t('desk.aside.unknown') : t(`desk.what.${type}`)}
              {!isOfMeeting && <p class="second">{t('desk.aside.no-meeting')}</p>}
            </td>
            <td data-column={t('desk.column.received')}>{timeWords(text, receivedAt)}</td>
            <td data-column={t('desk.column.why')}>{t(`desk.aside.why.${reason}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
