import type { ComponentChildren } from 'preact';
import { describedBy, FieldGroup, FieldNotes, type FieldText } from './field.tsx';

export interface TextInputProps extends FieldText {
  readonly label: ComponentChildren;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'time' | 'date';
  /** What may be chosen as well as typed: the id of a `datalist`. */
  readonly list?: string;
  /** Room for so many characters; full width without it. */
  readonly width?: 4 | 10 | 20;
  readonly autocomplete?: 'off' | 'one-time-code' | 'name';
  readonly capitals?: boolean;
  /** Numbers and codes line up. */
  readonly code?: boolean;
}

/** One line of text. */
export const TextInput = (props: TextInputProps) => {
  const {
    name,
    label,
    value,
    onInput,
    type = 'text',
    width,
    autocomplete = 'off',
    capitals,
    code,
    list,
    error,
  } = props;
  const looks = [
    'govuk-input',
    width && `govuk-input--width-${width}`,
    error && 'govuk-input--error',
    code && 'input--code',
  ];
  const attributes = {
    class: looks.filter(Boolean).join(' '),
    id: name,
    name,
    value,
    autocomplete,
    list,
    autocapitalize: capitals ? ('characters' as const) : undefined,
    spellcheck: code ? false : undefined,
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? true : undefined,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <FieldGroup error={error}>
      <label class="govuk-label govuk-label--m" for={name}>
        {label}
      </label>
      <FieldNotes {...props} />
      <input type={type} {...attributes} />
    </FieldGroup>
  );
};
