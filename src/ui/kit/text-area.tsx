import type { ComponentChildren } from 'preact';
import { describedBy, FieldGroup, FieldNotes, type FieldText } from './field.tsx';

export interface TextAreaProps extends FieldText {
  readonly label: ComponentChildren;
  /** The label is the `h1` of the page. */
  readonly labelIsTitle?: boolean;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Several lines of text in one's own words. */
export const TextArea = (props: TextAreaProps) => {
  const { name, label, labelIsTitle = false, value, onInput, rows = 4, maxLength, error } = props;
  const labelled = (
    <label class={`govuk-label govuk-label--${labelIsTitle ? 'l' : 'm'}`} for={name}>
      {label}
    </label>
  );
  return (
    <FieldGroup error={error}>
      {labelIsTitle ? <h1 class="govuk-label-wrapper">{labelled}</h1> : labelled}
      <FieldNotes {...props} />
      <textarea
        class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        value={value}
        dir="auto"
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldGroup>
  );
};
