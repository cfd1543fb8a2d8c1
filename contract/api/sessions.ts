import { z } from 'zod';
import { AccountId, DeviceId, SessionId } from '../domain/ids.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

export const Device = z.object({
  id: DeviceId,
  name: z.string().min(1).max(100),
  platform: z.enum(['windows', 'macos', 'linux']),
});
/** The computer a session lives on. */
export type Device = z.infer<typeof Device>;

export const SignInRequest = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1024),
  device: Device,
  remember: z.boolean(),
});
/** Body of `POST /v1/sessions`. */
export type SignInRequest = z.infer<typeof SignInRequest>;

export const Tokens = z.object({
  sessionId: SessionId,
  /** Bearer token of minutes (RFC 6750). */
  accessToken: base64url.min(20).max(4096),
  accessTokenExpiresAt: z.iso.datetime(),
  /** Rotates at each use; an old one used again ends the family (RFC 9700 §4.14). */
  refreshToken: base64url.min(20).max(4096),
  /** 32 bytes, base64url: wraps the data key of this computer; deleted at the service by a remote sign-out. */
  deviceSecret: base64url.length(43),
});
/** Answer of `POST /v1/sessions/refresh`. */
export type Tokens = z.infer<typeof Tokens>;

export const Account = z.object({ id: AccountId, name: z.string().min(1).max(200), email: z.string().max(320) });
/** The signed-in person as the service knows them. */
export type Account = z.infer<typeof Account>;

export const SignInAnswer = Tokens.extend({
  account: Account,
  /** True once, at the first sign-in after this computer was signed out from another one: what it keeps is to be erased first. */
  eraseRequested: z.boolean().default(false),
});
/** Answer of `POST /v1/sessions`. */
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const RefreshRequest = z.object({
  refreshToken: base64url.min(20).max(4096),
  /**
   * The device the session was begun on. Without it a lost answer cannot be asked for again; another device's id ends the family.
   */
  deviceId: DeviceId.optional(),
});
/** Body of `POST /v1/sessions/refresh`. */
export type RefreshRequest = z.infer<typeof RefreshRequest>;

/** Path of `DELETE /v1/sessions/{id}`. */
export const SessionPath = z.object({ id: SessionId });

/** One signed-in computer. */
export const Session = z.object({
  id: SessionId,
  device: Device,
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const SessionList = z.object({ sessions: z.array(Session) });
/** Answer of `GET /v1/sessions`: the computers signed in. */
export type SessionList = z.infer<typeof SessionList>;

export const RenameSessionRequest = z.object({ name: z.string().trim().min(1).max(100) });
/** Body of `PATCH /v1/sessions/{id}`: what the person calls the computer. */
export type RenameSessionRequest = z.infer<typeof RenameSessionRequest>;
