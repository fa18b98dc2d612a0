// Sets light or dark before the first paint, so that a dark room is never lit by a white page.
// The key is the one in client/ui/scheme.ts; a browser that forbids storage follows the system.
(function () {
  let saved = null;
  try {
    saved = window.localStorage.getItem('nightjar.scheme');
  } catch {
    saved = null;
  }
  const dark = saved === 'dark' || (saved !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? '#0e1013' : '#eff0f2');
})();
