/** Whether a test file has a window; before each one that has, this gives it what it needs besides what jsdom has. */
export const hasWindow = typeof window !== 'undefined';

if (hasWindow) {
  const { configure, getConfig } = await import('@testing-library/react');
  const { getElementError } = getConfig();
  configure({
    // A machine that does much else at the same time is slow, not wrong.
    asyncUtilTimeout: 5000,
    /** While something is waited for, a look that finds nothing need not print the whole document; when the time is over, it is printed. */
    getElementError(message, container) {
      const { _disableExpensiveErrorDiagnostics: waits } = getConfig() as {
        _disableExpensiveErrorDiagnostics?: boolean;
      };
      if (waits !== true) return getElementError(message, container);
      return Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' });
    },
  });
  const stay = (): void => undefined;
  // For each element it makes, React's development build keeps the stack it was made on, ten thousand a second: a sixth of all the work, and only for reading a warning.
  const { default: react } = await import('react');
  const internals: unknown = Reflect.get(react, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE');
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => Infinity, set: stay });
  // Where nothing is laid out there is nothing to scroll, and where nothing plays nothing to load.
  window.scrollTo = stay;
  Element.prototype.scrollTo = stay;
  Element.prototype.scrollIntoView = stay;
  HTMLMediaElement.prototype.load = stay;
}
