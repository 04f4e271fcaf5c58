import { describe, expect, it } from 'vitest';
import { scriptUrl } from '../../../src/script-url.ts';

describe('addresses that may become a script', () => {
  it('lets the service worker through, and nothing from elsewhere', () => {
    expect(scriptUrl('/sw.js')).toBe('/sw.js');
    for (const address of [
      '',
      '/sw.js?x',
      '//other.example/sw.js',
      'https://other.example/sw.js',
      'data:text/javascript,1',
      '/pdfjs/wasm/quickjs-eval.js',
    ]) {
      expect(() => scriptUrl(address)).toThrow('not a script of this product');
    }
  });
});
