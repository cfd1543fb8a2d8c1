/** Sizes and constants of `.lrm` version 1; the bytes themselves are drawn in `docs/file-format.md`. */

/** The first three bytes of every `.lrm` file: "LRM". */
export const magicBytes: readonly number[] = [0x4c, 0x52, 0x4d];

/** The one version this code writes and reads; the fourth byte of the file. */
export const formatVersion = 1;

/** Bytes of the whole header; segment 0 starts here. */
export const headerSizeBytes = 212;

/** Bytes of the header that are readable without a key; they are the additional data of the sealed part. */
export const openHeaderSizeBytes = 67;

/** Bytes of the sealed part of the header: length, media id padded with zeros, GCM tag. */
export const sealedMediaIdSizeBytes = 145;

/** Longest media id in UTF-8 bytes; every id is padded to this, so its own length does not show. */
export const mediaIdMaxBytes = 128;

/** Bytes of the media key and of every key derived from it: AES-256. */
export const keySizeBytes = 32;

/** Bytes of the key id: enough to recognise a key, nothing to attack it with. */
export const keyIdSizeBytes = 8;

/** Bytes of the random salt that makes each file's key its own (RFC 5869 §3.1: as long as the hash). */
export const saltSizeBytes = 32;

/** Bytes of the random nonce prefix, as in Tink's AES-GCM-HKDF. */
export const noncePrefixSizeBytes = 7;

/** Bytes of a GCM nonce: the one size with no extra hashing (NIST SP 800-38D §5.2.1.1). */
export const nonceSizeBytes = 12;

/** Bytes of a GCM tag, never shortened (NIST SP 800-38D appendix C). */
export const tagSizeBytes = 16;

/** Plain bytes in a segment unless the caller asks otherwise: 64 KiB. */
export const defaultSegmentSizeBytes = 65_536;

/** Smallest segment; real files use 1 KiB and more, the tests go down to this. */
export const smallestSegmentSizeBytes = 16;

/** Largest segment: 1 MiB, the most that is held in memory before its tag is checked. */
export const largestSegmentSizeBytes = 1_048_576;

/** The segment number is 32 bits of the nonce: a file has fewer segments than this, or a nonce would come twice. */
export const segmentCountLimit = 2 ** 32;
