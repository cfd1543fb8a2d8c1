/** The whole document goes full screen, so that menus and dialogs go with it; answers whether it is on, or null when the system refuses. */
export async function toggleFullScreen(): Promise<boolean | null> {
  try {
    if (document.fullscreenElement) {
      await document.exitFullscreen();
      return false;
    }
    await document.documentElement.requestFullscreen();
    return true;
  } catch {
    return null;
  }
}

/** The picture leaves for a window of the system, or comes back; a lecture that played goes on. Null when it is refused, as for sound alone. */
export async function togglePicture(video: HTMLVideoElement): Promise<boolean | null> {
  const played = !video.paused;
  try {
    if (document.pictureInPictureElement) {
      await document.exitPictureInPicture();
      if (played && video.paused) await video.play();
      return false;
    }
    await video.requestPictureInPicture();
    return true;
  } catch {
    return null;
  }
}
