import type { Page } from '@playwright/test';

/** One way in which a screen can be seen. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
];

export const everyLook: readonly Look[] = sizes.flatMap((size) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['ltr', 'rtl'] as const).map((dir) => ({ ...size, scheme, dir })),
  ),
);

/** Phone and tablet, each in both directions of writing and in both colour schemes. */
export const fourLooks: readonly Look[] = everyLook.filter(({ width, scheme, dir }) => {
  const isPlain = (scheme === 'light') === (dir === 'ltr');
  return (width === 320 && isPlain) || (width === 1024 && !isPlain);
});

/** What is looked at with one's own eyes: light and dark as in English, and dark from right to left. */
export const pictureLooks: readonly Look[] = everyLook.filter(
  ({ width, scheme, dir }) => width > 320 && (scheme === 'dark' || dir === 'ltr'),
);

export const lookName = ({ width, height, scheme, dir }: Look): string =>
  `${width}x${height} ${scheme} ${dir}`;

/** Shows the open page in another way, without loading it again: what was typed stays. */
export const wear = async (page: Page, { width, height, scheme, dir }: Look): Promise<void> => {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.evaluate(async (given) => {
    document.documentElement.dir = given;
    await document.fonts.ready;
    // Two frames: one in which sizes are noticed, one in which what follows from them is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, dir);
};
