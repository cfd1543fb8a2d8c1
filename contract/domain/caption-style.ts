import { z } from 'zod';

/** How large captions are, as a share of the picture. */
export const captionSizes = ['small', 'medium', 'large', 'huge'] as const;
/** What colour their text has. */
export const captionColours = ['white', 'yellow', 'green', 'blue'] as const;
/** What they stand on. */
export const captionBackgrounds = ['none', 'half', 'solid'] as const;
/** What sets the letters off from the picture. */
export const captionEdges = ['none', 'outline', 'shadow'] as const;
/** Where they stand on the picture. */
export const captionPlaces = ['bottom', 'top'] as const;

export const CaptionStyle = z.strictObject({
  size: z.enum(captionSizes),
  colour: z.enum(captionColours),
  background: z.enum(captionBackgrounds),
  edge: z.enum(captionEdges),
  place: z.enum(captionPlaces),
});
/** How captions look; more contrast or less transparency asked of the system wins over it. */
export type CaptionStyle = z.infer<typeof CaptionStyle>;

/** How captions look before anything was chosen. */
export const usualCaptionStyle: CaptionStyle = {
  size: 'medium',
  colour: 'white',
  background: 'half',
  edge: 'none',
  place: 'bottom',
};
