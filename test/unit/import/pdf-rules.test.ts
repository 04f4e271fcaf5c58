import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { pageRules } from '../../../src/server/import/pdf-rules.ts';
import { openPdfReader } from '../../../src/server/import/read-pdf.ts';
import { valueOf } from '../../support/present.ts';

/** A PDF of one page without tags that draws `content`. */
const pdfOf = (content: string): Uint8Array => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>`);
};

const cells = 'BT /F 12 Tf 50 90 Td (a) Tj 100 0 Td (b) Tj -100 -20 Td (c) Tj 100 0 Td (d) Tj ET';

const rulesOf = async (content: string, text = cells) => {
  const reader = openPdfReader(60_000);
  const { pages } = valueOf(await reader.read(pdfOf(`${content} ${text}`)));
  await reader.close();
  return pages[0]?.rules;
};

describe('straight lines of a page without tags', () => {
  test('are strokes, sides of boxes, and boxes as thin as lines', async () => {
    const drawn = '10 700 m 200 700 l S 10 600 0.5 50 re f 300 500 100 20 re S';
    expect(await rulesOf(drawn)).toEqual([
      { x1: 10, x2: 200, y1: 700, y2: 700 },
      { x1: 10.25, x2: 10.25, y1: 600, y2: 650 },
      { x1: 300, x2: 400, y1: 500, y2: 500 },
      { x1: 400, x2: 400, y1: 500, y2: 520 },
      { x1: 300, x2: 400, y1: 520, y2: 520 },
      { x1: 300, x2: 300, y1: 500, y2: 520 },
    ]);
  });

  test('stand where they are drawn, however the page was moved and turned', async () => {
    const drawn = 'q 2 0 0 2 10 20 cm 5 5 m 55 5 l S Q q 0 1 -1 0 100 0 cm 10 0 m 60 0 l S Q';
    expect(await rulesOf(drawn)).toEqual([
      { x1: 20, x2: 120, y1: 30, y2: 30 },
      { x1: 100, x2: 100, y1: 10, y2: 60 },
    ]);
  });

  test('are not areas of colour, slanted or bent lines, or what is only cut out', async () => {
    const drawn =
      '10 10 300 200 re f 10 10 m 200 90 l S 10 10 m 50 10 90 10 200 10 c S 10 300 200 20 re W n 0 0 m 2 0 l S';
    expect(await rulesOf(drawn)).toEqual([]);
  });

  test('are not looked for where nothing stands beside each other', async () => {
    const lines = 'BT /F 12 Tf 50 90 Td (a) Tj 0 -20 Td (b) Tj 0 -20 Td (c) Tj ET';
    expect(await rulesOf('10 700 m 200 700 l S', lines)).toBeUndefined();
    const columns =
      'BT /F 12 Tf 50 90 Td (a) Tj 0 -20 Td (b) Tj 90 20 Td (c) Tj 0 -20 Td (d) Tj 90 20 Td (e) Tj ET';
    expect(await rulesOf('10 700 m 200 700 l S', columns)).toHaveLength(1);
  });

  test('are none where there are too many, and bounded whatever is nested', () => {
    const path = [OPS.stroke, [Float32Array.from([0, 0, 0, 1, 50, 0])]];
    const many = Array.from({ length: 9000 }, () => OPS.constructPath);
    expect(pageRules({ fnArray: many, argsArray: many.map(() => path) })).toEqual([]);
    const nested = Array.from({ length: 9000 }, () => OPS.save);
    expect(pageRules({ fnArray: [...nested, OPS.constructPath], argsArray: [...nested, path] })).toHaveLength(
      1,
    );
    expect(pageRules({ fnArray: [OPS.constructPath, OPS.transform], argsArray: [null, 'no'] })).toEqual([]);
  });
});
