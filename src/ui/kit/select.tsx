import type { ComponentChildren } from 'preact';
import { describedBy, FieldGroup, FieldNotes, type FieldText } from './field.tsx';

export interface SelectProps<V extends string> extends FieldText {
  readonly label: ComponentChildren;
  /** The label is for a screen reader alone: what stands beside the list says it already. */
  readonly labelIsHidden?: boolean;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of many in a row of a list, where radios would take the whole screen. */
export const Select = <V extends string>(props: SelectProps<V>) => {
  const { name, label, labelIsHidden = false, choices, value, onChange, error } = props;
  return (
    <FieldGroup error={error}>
      <label class={labelIsHidden ? 'govuk-visually-hidden' : 'govuk-label govuk-label--m'} for={name}>
        {label}
      </label>
      <FieldNotes {...props} />
      <select
        class={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={name}
        name={name}
        value={value}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
};
