import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** How long a session lasts; the device's key renews it without the person noticing. */
export const sessionSeconds = 7 * 24 * 3600;

/** The session token of a request, or null. */
export const readSessionToken = (c: Context): string | null => getCookie(c, cookieName(c)) ?? null;

export const writeSessionToken = (c: Context, token: string): void => {
  setCookie(c, cookieName(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: sessionSeconds,
    secure: !isPlainLoopback(c),
  });
};

const cookieName = (c: Context): string => (isPlainLoopback(c) ? 'session' : '__Host-session');

// `__Host-` wants Secure, and some browsers take Secure over http not even from this very machine. Behind
// a proxy that ends TLS the scheme is http too, so it is the name of the host that decides.
const isPlainLoopback = (c: Context): boolean => {
  const { protocol, hostname } = new URL(c.req.url);
  return protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
};
