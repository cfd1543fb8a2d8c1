import { protocol } from 'electron';

/**
 * Declares our two schemes; must run before Electron is ready. Never `corsEnabled`: it would let other origins read a lecture
 * (electron#52498). The handlers are added to sessions that hold our own pages alone (`protocols.ts`, `frame-camera.ts`, `listener.ts`), so that
 * no page elsewhere reaches them (CVE-2026-70604 in Electron before 39.8.10).
 */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'lecture', privileges: { standard: true, secure: true, stream: true } },
  ]);
}
