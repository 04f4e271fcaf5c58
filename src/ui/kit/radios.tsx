import type { ComponentChildren } from 'preact';
import { describedBy, FieldGroup, FieldNotes, type FieldText } from './field.tsx';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Shown under the choice while it is chosen: a field that belongs to it. */
  readonly reveals?: ComponentChildren;
}

export interface RadiosProps<V extends string> extends FieldText {
  /** The question. With `legendIsTitle` it is the `h1` of the page. */
  readonly legend: ComponentChildren;
  readonly legendIsTitle?: boolean;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** One answer of several. Nothing is chosen beforehand. The first radio has the id `name`. */
export const Radios = <V extends string>(props: RadiosProps<V>) => {
  const { name, legend, legendIsTitle = false, choices, value, onChange, error } = props;
  return (
    <FieldGroup error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${legendIsTitle ? 'l' : 'm'}`}>
          {legendIsTitle ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
        <FieldNotes {...props} />
        <div class="govuk-radios">
          {choices.map((choice, index) => {
            const id = index === 0 ? name : `${name}-${index + 1}`;
            return (
              <>
                <div class="govuk-radios__item" key={choice.value}>
                  <input
                    class="govuk-radios__input"
                    type="radio"
                    id={id}
                    name={name}
                    value={choice.value}
                    checked={choice.value === value}
                    aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
                    onChange={() => onChange(choice.value)}
                  />
                  <label class="govuk-label govuk-radios__label" for={id}>
                    {choice.label}
                  </label>
                  {choice.hint && (
                    <div class="govuk-hint govuk-radios__hint" id={`${id}-choice-hint`}>
                      {choice.hint}
                    </div>
                  )}
                </div>
                {choice.reveals && choice.value === value && (
                  <div class="govuk-radios__conditional">{choice.reveals}</div>
                )}
              </>
            );
          })}
        </div>
      </fieldset>
    </FieldGroup>
  );
};
