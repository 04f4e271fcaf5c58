import type { ComponentChildren } from 'preact';
import { Island } from '../island.tsx';
import { useText } from '../use-text.ts';
import { headingTag, type DrawnBlock, type ListItem } from './group-blocks.ts';
import { TextTable } from './text-table.tsx';

/** One block of a paper as semantic markup. The paper's own words stay English, left to right. */
export function TextBlockView(props: { readonly block: DrawnBlock; readonly tableName: string }) {
  const { block } = props;
  if (block.kind === 'heading') {
    const Heading = headingTag(block.level);
    return <Heading class={`reader-heading reader-heading--${block.level}`}>{block.text}</Heading>;
  }
  if (block.kind === 'paragraph') {
    return (
      <Paragraph number={block.number}>
        {block.lead && <strong>{block.lead} </strong>}
        {block.text}
      </Paragraph>
    );
  }
  if (block.kind === 'list') return <List items={block.items} />;
  if (block.kind === 'figure') return <Figure alt={block.alt} />;
  return <TextTable name={props.tableName} header={block.header} rows={block.rows} />;
}

/** The printed number hangs beside the paragraph, and is read before it. */
function Paragraph(props: { readonly number: string | null; readonly children: ComponentChildren }) {
  if (props.number === null) return <p class="reader-paragraph">{props.children}</p>;
  return (
    <p class="reader-paragraph reader-paragraph--numbered">
      <span class="reader-paragraph__number">{props.number} </span>
      <span>{props.children}</span>
    </p>
  );
}

const bullets = /^[•●◦▪■‣·*\-–—]?$/;

/** Points with printed marks ("a)", "iii.") keep them, since people refer to them by name. */
function List(props: { readonly items: readonly ListItem[] }) {
  const plain = props.items.every(({ label }) => bullets.test(label.trim()));
  return (
    // WebKit drops the list role with the list's marks, so it is said.
    <ul class={`reader-list${plain ? '' : ' reader-list--marked'}`} role="list">
      {props.items.map(({ label, text }, index) => (
        <li key={index}>
          {!plain && <span class="reader-list__mark">{label} </span>}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** The picture itself stands in the page view; its description is part of the text. */
function Figure(props: { readonly alt: string }) {
  const { t, language } = useText();
  const alt = props.alt.trim();
  return (
    <p class="reader-figure">
      <Island lang={language} as="span" class="reader-figure__word">
        {alt === '' ? t('reader.figureUnnamed') : t('reader.figure')}
      </Island>
      {alt !== '' && ` ${alt}`}
    </p>
  );
}
