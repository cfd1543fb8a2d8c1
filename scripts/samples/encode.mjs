/** Pictures and sound to MP4 with ffmpeg: H.264 and AAC, index in front, a keyframe every two seconds. */
import { frameMs } from './timeline.mjs';
import { run } from './tools.mjs';

/** @typedef {import('./types.mjs').Frame} Frame */
/** @typedef {{ pictures: string[], frames: Frame[], wave: string, durationMs: number }} Source */
/** @typedef {{ '720p': string, '360p': string, audio: string }} Targets */

const fadeMs = 280;
const rate = 1000 / frameMs;
const keyframeEvery = rate * 2;
const threads = ['-threads', '2', '-filter_threads', '2'];
const plain = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-map_metadata', '-1'];
const colors = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];

/** Makes the three assets of a lecture. @param {Source} source @param {Targets} targets */
export async function encodeLecture(source, targets) {
  const inputs = source.pictures.flatMap((picture) => ['-i', picture]);
  const sound = ['-map', '[voice]', '-c:a', 'aac', '-b:a', '28k', '-ar', '22050', '-ac', '1'];
  const small = ['-map', '[voiceSmall]', '-c:a', 'aac', '-b:a', '22k', '-ar', '22050', '-ac', '1'];
  const alone = ['-map', '[voiceAlone]', '-c:a', 'aac', '-b:a', '28k', '-ar', '22050', '-ac', '1'];
  const length = ['-t', String(source.durationMs / 1000), '-movflags', '+faststart'];
  const before = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...threads, ...inputs, '-i', source.wave];
  const graph = ['-filter_complex', `${pictureGraph(source)};${soundGraph(source.pictures.length)}`];
  const large = ['-map', '[large]', ...video('high', '3.1', '29'), ...sound, ...plain, ...length, targets['720p']];
  const little = ['-map', '[little]', ...video('main', '3.0', '30'), ...small, ...plain, ...length, targets['360p']];
  await run('ffmpeg', [...before, ...graph, ...large, ...little, ...alone, ...plain, ...length, targets.audio]);
}

/** @param {string} profile @param {string} level @param {string} crf */
function video(profile, level, crf) {
  const grouping = ['-g', String(keyframeEvery), '-keyint_min', String(keyframeEvery), '-sc_threshold', '0'];
  const quality = ['-preset', 'slow', '-tune', 'stillimage', '-crf', crf, '-profile:v', profile, '-level', level];
  return ['-c:v', 'libx264', ...quality, ...grouping, '-pix_fmt', 'yuv420p', ...colors];
}

/** Every picture held for its time, each fading into the next. @param {Source} source */
function pictureGraph(source) {
  const { frames, durationMs } = source;
  const held = frames.map((frame, index) => {
    const endMs = frames[index + 1]?.startMs ?? durationMs;
    const isLast = index === frames.length - 1;
    const seconds = (endMs - frame.startMs + (isLast ? 0 : fadeMs)) / 1000;
    const color = 'scale=out_color_matrix=bt709:out_range=tv:flags=lanczos+accurate_rnd+full_chroma_int';
    return `[${index}:v]${color},format=yuv420p,setsar=1,loop=loop=-1:size=1,setpts=N/${rate}/TB,fps=${rate},trim=duration=${seconds},setpts=PTS-STARTPTS,settb=1/${rate * 1000}[p${index}]`;
  });
  const fades = frames.slice(1).map((frame, index) => {
    const before = index === 0 ? 'p0' : `x${index}`;
    return `[${before}][p${index + 1}]xfade=transition=fade:duration=${fadeMs / 1000}:offset=${frame.startMs / 1000}[x${index + 1}]`;
  });
  const last = frames.length === 1 ? 'p0' : `x${frames.length - 1}`;
  return [...held, ...fades, `[${last}]split=2[large][whole]`, '[whole]scale=640:360:flags=lanczos[little]'].join(';');
}

/** A little softness for the synthetic voice: less rumble, less hiss, even loudness. @param {number} input */
function soundGraph(input) {
  const voice =
    'highpass=f=75,equalizer=f=3200:t=q:w=1:g=-3,lowpass=f=8500,acompressor=threshold=0.12:ratio=2.5:attack=8:release=120:makeup=1.6,alimiter=limit=0.85';
  return `[${input}:a]${voice},asplit=3[voice][voiceSmall][voiceAlone]`;
}

/** Length of a media file, in ms. @param {string} path */
export async function probeDurationMs(path) {
  const printed = await run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path]);
  const durationMs = Math.round(Number(printed.trim()) * 1000);
  if (!Number.isFinite(durationMs) || durationMs <= 0) throw new Error(`ffprobe could not tell the length of ${path}`);
  return durationMs;
}
