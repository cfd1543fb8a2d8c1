import type { Attachment, Chapter, Level, Lecturer, Quality } from './course.ts';
import type { CourseId, LectureId } from './ids.ts';
import type { CoursePopularity } from './popularity.ts';

/** How far a person is in a lecture. */
export interface LectureProgress {
  readonly positionMs: number;
  readonly completed: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly watchedAtMs: number;
}

/** A course as a card. */
export interface CourseCard {
  readonly id: CourseId;
  readonly title: string;
  readonly summary: string;
  readonly lecturerName: string;
  readonly language: string;
  readonly level: Level;
  readonly topics: readonly string[];
  readonly lectureCount: number;
  readonly completedCount: number;
  readonly durationMs: number;
  readonly coverUrl: string;
  readonly lecturerId?: string;
  readonly publishedAt?: string;
  /** False: the service does not offer it in the person's region. */
  readonly available?: boolean;
  /** What the service last said of all learners together; absent: nothing. */
  readonly popularity?: CoursePopularity;
}

/** One way to have a lecture, with its exact size. */
export interface QualityOption {
  readonly quality: Quality;
  readonly sizeBytes: number;
}

/** A lecture in a course's list. */
export interface LectureRow {
  readonly id: LectureId;
  readonly title: string;
  readonly summary: string;
  readonly durationMs: number;
  readonly coverUrl: string;
  readonly qualities: readonly QualityOption[];
  readonly captionLanguages: readonly string[];
  readonly attachments: readonly Pick<Attachment, 'id' | 'kind' | 'title' | 'sizeBytes'>[];
  readonly progress: LectureProgress | null;
}

/** A course page. */
export interface CourseDetail extends CourseCard {
  readonly description: string;
  readonly lecturer: Lecturer;
  readonly publishedAt: string;
  /** False: the service does not offer it in the person's region. */
  readonly available: boolean;
  /** The quality last chosen for this course; null: none yet. */
  readonly chosenQuality: Quality | null;
  /** How many lectures ahead are kept downloaded by themselves; 0: none. */
  readonly keepReadyCount: number;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly lectures: readonly LectureRow[];
  }[];
}

/** Something begun and not finished. */
export interface ContinueItem {
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  readonly lectureTitle: string;
  readonly courseTitle: string;
  readonly coverUrl: string;
  readonly durationMs: number;
  readonly progress: LectureProgress;
}

/** What the home screen shows first; `courses` are the newest, at most 24. `state` says whether a catalogue was ever fetched for this account. */
export interface HomeView {
  readonly state: 'never-fetched' | 'ready';
  readonly continueWatching: readonly ContinueItem[];
  readonly courses: readonly CourseCard[];
  /** Courses that were not there when the person was at home before. */
  readonly newCourseIds: readonly CourseId[];
}

/** One caption, times in milliseconds from the lecture's start; its text is never markup. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** Put at the top by who wrote it, because something below is to be seen. */
  readonly place?: 'top';
}

/** A caption track ready to show. */
export interface CaptionTrack {
  readonly language: string;
  readonly cues: readonly Cue[];
}

/** Everything the player needs to play one lecture. */
export interface PlaybackPlan {
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  readonly title: string;
  readonly courseTitle: string;
  readonly lecturerName: string;
  /** A `lecture://` address; says nothing but an opaque id. */
  readonly mediaUrl: string;
  readonly mediaType: string;
  readonly quality: Quality;
  /** Where the bytes come from. */
  readonly source: 'downloaded' | 'network';
  readonly posterUrl: string;
  readonly durationMs: number;
  /** Where to resume. */
  readonly positionMs: number;
  readonly chapters: readonly Chapter[];
  readonly captions: readonly CaptionTrack[];
  readonly previousLectureId: LectureId | null;
  readonly nextLectureId: LectureId | null;
}

/** What a person chose for playing a lecture, where the app would choose otherwise. */
export interface PlaybackChoice {
  /** Over the network though it is downloaded, while its file cannot be read. */
  readonly from?: 'network';
  /** Without the qualities that this computer could not show. */
  readonly except?: readonly Quality[];
}

/** A sample account of the embedded service, offered on the sign-in screen. */
export interface SampleAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What the app is and which service it speaks to. */
export interface AppAbout {
  readonly version: string;
  readonly electronVersion: string;
  readonly platform: 'windows' | 'macos' | 'linux';
  readonly systemLanguage: string;
  readonly service:
    | { readonly kind: 'embedded'; readonly sampleAccounts: readonly SampleAccount[] }
    | { readonly kind: 'remote'; readonly host: string }
    /** The computer's policy file is wrong where it names the service: none may be spoken to. */
    | { readonly kind: 'none' };
}
