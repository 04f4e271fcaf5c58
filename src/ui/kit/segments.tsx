import type { ComponentChildren } from 'preact';

export interface SegmentsProps<V extends string> {
  /** What is chosen here: "How to read". Read aloud. */
  readonly name: string;
  readonly choices: readonly { readonly value: V; readonly label: ComponentChildren }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** A switch between two or three views or settings that takes effect at once: Text | Pages. */
export const Segments = <V extends string>({ name, choices, value, onChange }: SegmentsProps<V>) => (
  <div class="segments" role="group" aria-label={name}>
    {choices.map((choice) => (
      <button
        class="segments__choice"
        type="button"
        key={choice.value}
        aria-pressed={choice.value === value}
        onClick={() => onChange(choice.value)}
      >
        {choice.label}
      </button>
    ))}
  </div>
);
