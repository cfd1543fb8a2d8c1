import type { AppError } from '../../../../contract/result.ts';
import type { VideoState } from '../use-video-state.ts';
import type { Playing } from './use-playing.ts';

/**
 * Why the picture cannot go on: what main told, else what the element's own failure means for such a source. The bytes of a lecture are checked before the
 * element gets them, so that what it cannot read is of a kind that this computer does not play; also when only the sound is.
 */
export function playerProblem(
  state: VideoState,
  { fault, looking, plan }: Pick<Playing, 'fault' | 'looking' | 'plan'>,
): AppError | null {
  if (fault && (state.failed || state.starved)) return fault;
  if (looking) return null;
  if (state.failed) {
    if (state.undecodable) return { code: 'codec-unsupported' };
    return { code: plan.source === 'downloaded' ? 'asset-damaged' : 'service-unreachable' };
  }
  return state.ready && !state.hasPicture && plan.mediaType.startsWith('video/') ? { code: 'codec-unsupported' } : null;
}
