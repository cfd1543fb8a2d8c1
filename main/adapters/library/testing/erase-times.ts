/** A time as clocks show it, and a note's id: rows with such values look like no other. */
export const sampleCorpusTimes = {
  nowMs: Date.parse('2026-03-12T09:30:00Z') + 123,
  noteId: '5f6a1c1e-8d1b-4c0a-9a57-0c3f1d2b7e44',
} as const;
