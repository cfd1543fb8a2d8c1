import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeySet } from '../../contract/api/licences.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';

/** The service's Ed25519 keys. */
export interface SigningKeys {
  /** Compact JWS (RFC 7515) of a JSON value, signed by the newest key with EdDSA (RFC 8037). */
  signJws(type: string, claims: object): string;
  /** Every public key, newest first (JWKS, RFC 7517). */
  publicKeys(): KeySet;
}

interface KeyRow {
  kid: string;
  private_pkcs8: Buffer;
  public_raw: Buffer;
}

/** Keeps keys in the database; makes the first one. */
export function createSigningKeys(database: ServiceDatabase, clock: Clock): SigningKeys {
  const insert = database.prepare(
    'INSERT INTO signing_keys (kid, private_pkcs8, public_raw, created_at_ms) VALUES (?, ?, ?, ?)',
  );
  const list = database.prepare<[], KeyRow>('SELECT * FROM signing_keys ORDER BY created_at_ms DESC, kid');
  if (list.all().length === 0) {
    const made = makeKey();
    insert.run(made.kid, made.private_pkcs8, made.public_raw, clock.nowMs());
  }
  const keys = list.all();
  const [newest] = keys;
  if (newest === undefined) throw new Error('a signing key just written is missing');
  const privateKey = createPrivateKey({ key: newest.private_pkcs8, format: 'der', type: 'pkcs8' });

  return {
    signJws(type, claims) {
      const signed = `${encode({ alg: 'EdDSA', kid: newest.kid, typ: type })}.${encode(claims)}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    publicKeys: () => ({
      keys: keys.map(({ kid, public_raw }) => ({
        kty: 'OKP' as const,
        crv: 'Ed25519' as const,
        x: public_raw.toString('base64url'),
        kid,
        alg: 'EdDSA' as const,
        use: 'sig' as const,
      })),
    }),
  };
}

function makeKey(): KeyRow {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  // The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key (RFC 8410 §4).
  const publicRaw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const x = publicRaw.toString('base64url');
  // The key's thumbprint (RFC 7638, RFC 8037 §2).
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
  return { kid, private_pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }), public_raw: publicRaw };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
