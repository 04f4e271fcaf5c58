import { describedBy, FieldGroup, FieldNotes, type FieldText } from './field.tsx';
import type { Choice } from './radios.tsx';

export interface CheckboxesProps<V extends string> extends FieldText {
  readonly legend: string;
  readonly choices: readonly Choice<V>[];
  readonly values: readonly V[];
  readonly onChange: (values: readonly V[]) => void;
}

/** Any number of answers. The first box has the id `name`. */
export const Checkboxes = <V extends string>(props: CheckboxesProps<V>) => {
  const { name, legend, choices, values, onChange, error } = props;
  const toggle = (value: V, checked: boolean) =>
    onChange(
      choices.map((choice) => choice.value).filter((one) => (one === value ? checked : values.includes(one))),
    );
  return (
    <FieldGroup error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        <FieldNotes {...props} />
        <div class="govuk-checkboxes">
          {choices.map((choice, index) => {
            const id = index === 0 ? name : `${name}-${index + 1}`;
            return (
              <div class="govuk-checkboxes__item" key={choice.value}>
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id={id}
                  name={name}
                  value={choice.value}
                  checked={values.includes(choice.value)}
                  aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
                  onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
                />
                <label class="govuk-label govuk-checkboxes__label" for={id}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <div class="govuk-hint govuk-checkboxes__hint" id={`${id}-choice-hint`}>
                    {choice.hint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </FieldGroup>
  );
};
