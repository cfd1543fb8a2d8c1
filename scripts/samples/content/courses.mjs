/** The sample courses, in the order of the catalogue. */
import { courseMemory } from './course-memory.mjs';
import { courseProbability } from './course-probability.mjs';
import { courseSeeking } from './course-seeking.mjs';

/** @type {import('../types.mjs').Course[]} */
export const courses = [courseSeeking, courseMemory, courseProbability];
