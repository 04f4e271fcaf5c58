import type { ComponentChildren } from 'preact';
import { directionOf, type LanguageTag } from '../i18n/languages.ts';

/**
 * A passage in another language than the page around it: fonts, direction and the voice of a screen
 * reader follow `lang` and `dir`. `as` is `span` inside a sentence.
 */
export function Island(props: {
  readonly lang: LanguageTag;
  readonly as?: 'section' | 'div' | 'p' | 'span';
  readonly class?: string;
  readonly label?: string;
  readonly children: ComponentChildren;
}) {
  const Tag = props.as ?? 'div';
  return (
    <Tag lang={props.lang} dir={directionOf(props.lang)} class={props.class} aria-label={props.label}>
      {props.children}
    </Tag>
  );
}
