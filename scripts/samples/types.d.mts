/** The shapes of sample content: what the course files hold and what the makers hand to each other. */

/** One spoken sentence. */
export interface Sentence {
  /** As written in the captions. */
  text: string;
  /** As handed to the voice, where spelling and sound differ. */
  say?: string | undefined;
  /** The slide shows this step from the beginning of the sentence on. */
  step?: number | undefined;
}

/** One slide and what is said over it; its title is also the chapter's title. */
export interface Slide {
  title: string;
  /** SVG content in a field of 1088 × 420. */
  figure: string;
  /** The one line to keep; shown with the last step. */
  takeaway?: string | undefined;
  sentences: Sentence[];
}

export interface Lecture {
  id: string;
  sectionId: string;
  title: string;
  summary: string;
  /** SVG content in a field of 960 × 540. */
  cover: string;
  /** What is said over the title slide. */
  opening: Sentence[];
  slides: Slide[];
}

/** The two tones of a course's covers. */
export interface Tones {
  ground: string;
  figure: string;
}

/** How espeak-ng reads a course. */
export interface Voice {
  name: string;
  wordsPerMinute: number;
  /** 0 to 99. */
  pitch: number;
  /** Words the voice gets wrong, and what to hand it instead. */
  respell?: Record<string, string> | undefined;
}

export interface Course {
  id: string;
  language: 'en' | 'ru';
  level: 'beginner' | 'intermediate' | 'advanced';
  topics: string[];
  title: string;
  summary: string;
  description: string;
  lecturer: { id: string; name: string; about: string };
  /** ISO 8601. */
  publishedAt: string;
  /** The chapter title of the opening and the title of the PDF. */
  words: { opening: string; slides: string };
  voice: Voice;
  tones: Tones;
  /** SVG content in a field of 960 × 540. */
  cover: string;
  sections: { id: string; title: string }[];
  lectures: Lecture[];
}

/** One picture of the video: a slide at a step, from a moment on. */
export interface Frame {
  /** 0 is the title slide. */
  slide: number;
  step: number;
  startMs: number;
}

export interface Cue {
  startMs: number;
  endMs: number;
  lines: string[];
}

export interface Chapter {
  startMs: number;
  title: string;
}
