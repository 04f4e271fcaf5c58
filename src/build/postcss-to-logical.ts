import type { Declaration, Plugin } from 'postcss';

const sides: Readonly<Record<string, string>> = {
  left: 'inline-start',
  right: 'inline-end',
  top: 'block-start',
  bottom: 'block-end',
};

const corners: Readonly<Record<string, string>> = {
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
};

/** The logical name of a physical property, or null where the property has no side in it. */
const logicalProperty = (name: string): string | null => {
  if (name === 'left' || name === 'right') return `inset-${sides[name]}`;
  const box = /^(margin|padding|scroll-margin|scroll-padding)-(left|right)$/.exec(name);
  if (box) return `${box[1]}-${sides[box[2] ?? '']}`;
  const border = /^border-(left|right)(-color|-style|-width)?$/.exec(name);
  if (border) return `border-${sides[border[1] ?? '']}${border[2] ?? ''}`;
  return corners[name] ?? null;
};

const sidedValues = new Set(['text-align', 'float', 'clear']);

const logicalValue = (name: string, value: string): string | null => {
  if (!sidedValues.has(name)) return null;
  if (value !== 'left' && value !== 'right') return null;
  const side = value === 'left' ? 'start' : 'end';
  return name === 'text-align' ? side : `inline-${side}`;
};

/** Splits at spaces that stand outside brackets: `0 calc(1px + 2px)` has two parts. */
const splitValue = (value: string): readonly string[] =>
  value.match(/(?:[^\s(]+(?:\([^)]*(?:\([^)]*\)[^)]*)*\))?|\([^)]*\))+/g) ?? [];

/** Shorthands with four sides, and how the pairs of them are called. */
const shorthands: Readonly<Record<string, readonly [block: string, inline: string]>> = {
  margin: ['margin-block', 'margin-inline'],
  padding: ['padding-block', 'padding-inline'],
  'border-width': ['border-block-width', 'border-inline-width'],
  'border-color': ['border-block-color', 'border-inline-color'],
  'border-style': ['border-block-style', 'border-inline-style'],
};

/** `margin: 1px 2px 3px 4px` has a left and a right hidden in it; the shorthand has no logical form. */
const splitShorthand = (declaration: Declaration, [block, inline]: readonly [string, string]): void => {
  const [top, right, bottom, left, more] = splitValue(declaration.value);
  if (left === undefined || more !== undefined || left === right) return;
  declaration.cloneBefore({ prop: block, value: `${top} ${bottom}` });
  declaration.cloneBefore({ prop: inline, value: `${left} ${right}` });
  declaration.remove();
};

/**
 * Turns physical declarations (govuk-frontend has some 400 of them) into logical ones, so that one
 * style sheet serves both directions of writing, also an Urdu island in an English page. The page
 * geometry of pdf.js is physical and is left alone. Shapes drawn with `clip-path` or by rotation
 * do not turn: `src/styles/right-to-left.scss` turns them by hand.
 */
export const postcssToLogical = (): Plugin => ({
  postcssPlugin: 'order-paper-to-logical',
  Declaration(declaration) {
    if (declaration.source?.input.file?.includes('/pdfjs-dist/')) return;
    const pairs = shorthands[declaration.prop];
    if (pairs) return splitShorthand(declaration, pairs);
    const property = logicalProperty(declaration.prop);
    if (property) declaration.prop = property;
    const value = logicalValue(declaration.prop, declaration.value);
    if (value) declaration.value = value;
  },
});
