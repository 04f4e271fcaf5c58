import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Puts the hash of the Content Security Policy into index.html. The service worker serves the stored
 * response of index.html, old header included; with the stamp a changed policy is a changed file, so
 * that installed tablets get it with the next update.
 */
export const policyStamp = (policy: string): Plugin => ({
  name: 'order-paper-policy-stamp',
  transformIndexHtml: (html) =>
    html.replace(
      '<!-- policy -->',
      `<!-- policy ${createHash('sha256').update(policy).digest('hex').slice(0, 16)} -->`,
    ),
});
