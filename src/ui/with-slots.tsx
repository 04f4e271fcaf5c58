import { Fragment, type ComponentChildren } from 'preact';
import { splitSlots } from '../i18n/split-slots.ts';

/**
 * A sentence whose `{{slots}}` are elements, wherever a language puts them: the number to call stands
 * at the end in English and in the middle in others.
 */
export function WithSlots(props: {
  /** From `templateIn`. */
  readonly template: string;
  readonly slots: Readonly<Record<string, ComponentChildren>>;
}) {
  return (
    <>
      {splitSlots(props.template).map((piece, index) => (
        <Fragment key={index}>{piece.kind === 'words' ? piece.words : props.slots[piece.name]}</Fragment>
      ))}
    </>
  );
}
