import type { ComponentChildren } from 'preact';
import type { Arrival, Author } from '../../domain/register-rows.ts';
import { useText } from '../use-text.ts';
import { timeWords, whatWords } from './desk-words.ts';

export interface DeskTableProps {
  /** What the table lists; read aloud, the heading above says it to the eye. */
  readonly caption: string;
  readonly children: ComponentChildren;
}

/** The desk's table: who, what, made, received, marks. */
export const DeskRows = ({ caption, children }: DeskTableProps) => {
  const { t } = useText();
  return (
    <table class="table table--cards desk-rows">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.column.who')}</th>
          <th scope="col">{t('desk.column.what')}</th>
          <th scope="col">{t('desk.column.made')}</th>
          <th scope="col">{t('desk.column.received')}</th>
          <th scope="col">{t('desk.column.marks')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
};

export interface DeskRowProps {
  readonly arrival: Arrival;
  /** Under what was said, for example the reason for an absence. */
  readonly more?: ComponentChildren;
  readonly marks?: ComponentChildren;
}

/** One record with both times: made by the tablet's clock, received by the server's. */
export const DeskRow = ({ arrival, more, marks }: DeskRowProps) => {
  const text = useText();
  const { t } = text;
  const { event, author, receivedAt, seq } = arrival;
  return (
    <tr>
      <th scope="row">
        <Who author={author} />
      </th>
      <td data-column={t('desk.column.what')}>
        {whatWords(text, event).map((line, index) => (
          <p key={index} class={index === 0 ? undefined : 'kept-lines'} dir="auto">
            {line}
          </p>
        ))}
        {more}
      </td>
      <td data-column={t('desk.column.made')}>{timeWords(text, event.madeAt)}</td>
      <td data-column={t('desk.column.received')}>
        {timeWords(text, receivedAt)}
        <span class="desk-rows__number">{t('desk.number', { number: String(seq) })}</span>
      </td>
      <td data-column={t('desk.column.marks')}>{marks}</td>
    </tr>
  );
};

const Who = ({ author }: { readonly author: Author }) => (
  <>
    {author.name}
    {author.role !== null && <span class="desk-rows__role">{author.role}</span>}
  </>
);
