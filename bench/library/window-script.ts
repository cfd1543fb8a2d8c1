/** What the window's page does for the bench, put into it by `evaluate`; all times are the page's own, in milliseconds. */
export const windowScript = `globalThis.bench ??= (() => {
  let heard = Promise.resolve(null);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Scrolls steadily for a time and answers the gaps between the frames. */
  async function scroll(element, pixelsPerSecond, forMs) {
    const gaps = [];
    element.scrollTop = 0;
    for (let count = 0; count < 30; count += 1) await frame();
    const startedAt = await frame();
    let before = startedAt;
    for (let now = before; now - startedAt < forMs; before = now) {
      element.scrollTop = ((now - startedAt) / 1000) * pixelsPerSecond;
      now = await frame();
      gaps.push(now - before);
    }
    return { gaps, scrolled: element.scrollTop, nodes: element.querySelectorAll('*').length };
  }

  function empty(count, width, height, columns) {
    const outer = document.createElement('div');
    outer.style.cssText = 'position:fixed;inset:0;overflow:auto;background:Canvas;z-index:9;display:grid;gap:24px;padding:24px;grid-template-columns:repeat(' + columns + ',' + width + 'px)';
    for (let number = 0; number < count; number += 1) {
      const box = document.createElement('div');
      box.style.cssText = 'height:' + height + 'px;border:1px solid';
      outer.append(box);
    }
    document.body.append(outer);
    return outer;
  }

  return {
    /** The list of all courses. */
    scrollCourses: (speed, forMs) => scroll(document.querySelector('main'), speed, forMs),
    /** As many plain boxes of the size of a card. */
    async scrollBoxes(count, speed, forMs) {
      const { width, height } = document.querySelector('[role=row]').getBoundingClientRect();
      const outer = empty(count, width, height, Math.max(1, Math.floor(innerWidth / (width + 24))));
      const result = await scroll(outer, speed, forMs);
      outer.remove();
      return result;
    },
    /** Begins to wait for a key, which is to come only then. */
    listen(withinMs) {
      heard = new Promise((resolve) => {
        let keyAt = 0;
        let changedAt = null;
        const isOfList = (node) => node instanceof Element && (node.matches('[role=listbox]') || node.closest('[role=listbox]') !== null || node.querySelector('[role=listbox]') !== null);
        const observer = new MutationObserver((changes) => {
          const touched = changes.some((change) => isOfList(change.target.nodeType === 1 ? change.target : change.target.parentElement));
          if (touched) changedAt = performance.now();
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        // A letter that the keyboard of this computer does not have comes without a key.
        const begin = (event) => {
          for (const name of ['keydown', 'beforeinput']) window.removeEventListener(name, begin, true);
          keyAt = event.timeStamp;
          setTimeout(() => { observer.disconnect(); resolve(changedAt === null ? null : changedAt - keyAt); }, withinMs);
        };
        for (const name of ['keydown', 'beforeinput']) window.addEventListener(name, begin, true);
        setTimeout(() => resolve(null), withinMs + 5000);
      });
    },
    /** From that key to the last change of the list that followed within the time; null when nothing changed. */
    heard: () => heard,
  };
})();
null;`;
