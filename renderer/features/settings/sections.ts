/** The parts of the settings in their order, each with the key of its title. */
export const sections = [
  { id: 'look', title: 'settings.look' },
  { id: 'profile', title: 'settings.profile.title' },
  { id: 'computer', title: 'settings.computer.title' },
  { id: 'account', title: 'settings.account.title' },
  { id: 'playing', title: 'study.settings' },
  { id: 'history', title: 'history.title' },
  { id: 'keyboard', title: 'keys.title' },
  { id: 'search', title: 'search.title' },
  { id: 'downloads', title: 'settings.downloads' },
  { id: 'recommendations', title: 'settings.recommendations.title' },
  { id: 'computers', title: 'computers.title' },
  { id: 'about', title: 'settings.about' },
] as const;

/** One part of the settings. */
export type SectionId = (typeof sections)[number]['id'];

/** The part's id in the document. */
export function sectionId(id: SectionId): string {
  return `settings-${id}`;
}
