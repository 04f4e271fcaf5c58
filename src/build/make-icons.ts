import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';

/**
 * Draws the icons of `public/icons` anew: `node src/build/make-icons.ts`, with `CHROMIUM_PATH` where
 * Playwright has no browser of its own. The results are committed; a build does not need a browser.
 */
const folder = new URL('../../public/icons/', import.meta.url);

const accent = '#0b5a4f';

// An order paper: a sheet with its corner turned, a heading and three items.
const sheet = `
  <path d="M168 112h120l72 72v216a16 16 0 0 1-16 16H168a16 16 0 0 1-16-16V128a16 16 0 0 1 16-16z" fill="#ffffff"/>
  <path d="M288 112l72 72h-60a12 12 0 0 1-12-12z" fill="#a9d5cb"/>
  <g stroke="${accent}" stroke-linecap="round">
    <path d="M192 200h64" stroke-width="22"/>
    <path d="M192 262h128M192 310h128M192 358h80" stroke-width="16"/>
  </g>`;

/** `corner` in the 512 px square; a maskable icon has none, since the system cuts it to its own shape. */
const icon = (corner: number, scale: number): string => {
  const shift = (512 - 512 * scale) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <rect width="512" height="512" rx="${corner}" fill="${accent}"/>
  <g transform="translate(${shift} ${shift}) scale(${scale})">${sheet}
  </g>
</svg>
`;
};

// What a system's mask may cut lies outside the middle 80 % (https://www.w3.org/TR/appmanifest/#icon-masks).
const files = [
  { name: 'icon-192.png', size: 192, svg: icon(96, 1.2) },
  { name: 'icon-512.png', size: 512, svg: icon(96, 1.2) },
  { name: 'maskable-512.png', size: 512, svg: icon(0, 1) },
];

await mkdir(folder, { recursive: true });
await writeFile(new URL('icon.svg', folder), icon(96, 1.3));
const executablePath = process.env['CHROMIUM_PATH'];
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
for (const { name, size, svg } of files) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
