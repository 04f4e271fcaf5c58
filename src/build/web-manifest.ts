import type { ManifestOptions } from 'vite-plugin-pwa';

/** What the browser needs to put Order Paper on a home screen (W3C Web Application Manifest). */
export const webManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Order Paper',
  short_name: 'Order Paper',
  description: 'Your meeting papers, apologies and declarations, with or without a signal.',
  lang: 'en-GB',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  theme_color: '#0b5a4f',
  background_color: '#f4f5f3',
  categories: ['government', 'productivity'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Meetings', url: '/', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: 'My records', url: '/records', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: 'Help', url: '/help', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
  ],
  screenshots: [
    {
      src: '/screenshots/meetings-wide.png',
      sizes: '1024x768',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Your next meeting',
    },
    {
      src: '/screenshots/meetings-narrow.png',
      sizes: '390x844',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Your next meeting, on a phone',
    },
  ],
};
