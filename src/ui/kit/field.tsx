import type { ComponentChildren } from 'preact';
import { useText } from '../use-text.ts';

export interface FieldText {
  /** Leads the ids: the control is `name`, its hint `name-hint`, its error `name-error`. */
  readonly name: string;
  readonly hint?: ComponentChildren;
  /** One sentence that says how to put it right, or null. */
  readonly error?: string | null;
}

/** What `aria-describedby` of a control says, or undefined where there is nothing to say. */
export const describedBy = ({ name, hint, error }: FieldText): string | undefined =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;

/** Hint and error of a field, in the order in which they are read. */
export const FieldNotes = ({ name, hint, error }: FieldText) => {
  const { t } = useText();
  return (
    <>
      {hint && (
        <div class="govuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="govuk-error-message" id={`${name}-error`}>
          <span class="govuk-visually-hidden">{t('shell.error-prefix')} </span>
          {error}
        </p>
      )}
    </>
  );
};

export interface FieldGroupProps {
  readonly error?: string | null;
  readonly children: ComponentChildren;
}

/** Room around a field; a bar at its side when it has an error. */
export const FieldGroup = ({ error, children }: FieldGroupProps) => (
  <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>{children}</div>
);
