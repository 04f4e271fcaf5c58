import type { ComponentChildren } from 'preact';

export interface AnswerRow {
  readonly question: string;
  readonly answer: ComponentChildren;
  /** How to change it: `words` are seen ("Change"), the question is added for a screen reader. */
  readonly change?: { readonly words: string; readonly onPress: () => void };
}

/** Check your answers; also any list of names and values. */
export const AnswersList = ({ rows }: { readonly rows: readonly AnswerRow[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(({ question, answer, change }) => (
      <div
        class={`govuk-summary-list__row${change ? '' : ' govuk-summary-list__row--no-actions'}`}
        key={question}
      >
        <dt class="govuk-summary-list__key">{question}</dt>
        <dd class="govuk-summary-list__value">{answer}</dd>
        {change && (
          <dd class="govuk-summary-list__actions">
            <button class="link-button" type="button" onClick={change.onPress}>
              {change.words}
              <span class="govuk-visually-hidden"> {question}</span>
            </button>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
