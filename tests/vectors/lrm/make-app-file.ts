import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLrmFile, segmentPlace } from '../../../main/adapters/files/lrm/index.ts';

/**
 * Made the file in `app/`, once, with the app's own writer as of version 1 of the format: `node tests/vectors/lrm/make-app-file.ts v1 <sample>`.
 * Never overwrites: what one version of the app wrote, every later one must play. A later version of the format gets a file of its own.
 */
const [version = '', sample = ''] = process.argv.slice(2);
const path = fileURLToPath(new URL(`app/${version}-lecture.lrm`, import.meta.url));
if (existsSync(path)) throw new Error('it is there, and stays as it is');
const plaintext = readFileSync(fileURLToPath(new URL(`../../../service/samples/media/${sample}`, import.meta.url)));
const mediaKey = new Uint8Array(randomBytes(32));
const mediaId = 'asset-of-version-one';
const made = await createLrmFile({ path, mediaId, mediaKey, plainSizeBytes: plaintext.byteLength });
if (!made.ok) throw new Error(made.fault);
const writer = made.value;
for (let segment = 0; segment < writer.info.layout.segmentCount; segment += 1) {
  const { plainOffset, plainSizeBytes } = segmentPlace(writer.info.layout, segment);
  const written = await writer.writeSegment(segment, plaintext.subarray(plainOffset, plainOffset + plainSizeBytes));
  if (!written.ok) throw new Error(written.fault);
}
await writer.close();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const facts = {
  file: `${version}-lecture.lrm`,
  fileSha256: sha256(readFileSync(path)),
  mediaKey: Buffer.from(mediaKey).toString('hex'),
  mediaId,
  plainSizeBytes: plaintext.byteLength,
  plaintextSha256: sha256(plaintext),
};
writeFileSync(path.replace('.lrm', '.json'), `${JSON.stringify(facts, null, 2)}\n`);
