// Strict security headers; a nonce per response is all that a style element needs, and scripts come from here alone.
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

export const nonceOf = (response: Response): string => String(response.locals.nonce);

const originOfTiles = (tileUrl: string | undefined): string[] => {
  if (tileUrl === undefined) return [];
  const pattern = tileUrl.replace('{s}', '*').replace(/\{\w+\}/g, '0');
  const match = /^(https?:\/\/[^/]+)/.exec(pattern);
  return match?.[1] === undefined ? [] : [match[1]];
};

export function securityHeaders(tileUrl: string | undefined): ((request: Request, response: Response, next: NextFunction) => void)[] {
  const nonce = (_request: Request, response: Response, next: NextFunction): void => {
    response.locals.nonce = randomBytes(16).toString('base64');
    next();
  };
  const withNonce = (_request: unknown, response: unknown): string => `'nonce-${nonceOf(response as Response)}'`;
  return [nonce, helmet({
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", withNonce], imgSrc: ["'self'", 'data:', ...originOfTiles(tileUrl)], fontSrc: ["'self'"], connectSrc: ["'self'"],
      manifestSrc: ["'self'"], workerSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
    } },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000 },
    frameguard: { action: 'deny' },
  }), (_request, response, next): void => {
    response.setHeader('Permissions-Policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()');
    response.setHeader('Cache-Control', 'no-store');
    next();
  }];
}
