import type { ComponentChildren } from 'preact';

export interface CheckboxProps {
  /** Id and name of the control. */
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no, with no as what nobody chose. */
export const Checkbox = ({ name, label, hint, checked, onChange }: CheckboxProps) => (
  <div class="govuk-checkboxes">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id={name}
        name={name}
        checked={checked}
        aria-describedby={hint ? `${name}-choice-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for={name}>
        {label}
      </label>
      {hint && (
        <div class="govuk-hint govuk-checkboxes__hint" id={`${name}-choice-hint`}>
          {hint}
        </div>
      )}
    </div>
  </div>
);
