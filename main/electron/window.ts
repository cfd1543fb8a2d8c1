import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Session } from 'electron';
import type { Settings } from '../../contract/domain/settings.ts';

const titleBarHeightPx = 40;
/** The least the window may be, unless it is mini. */
export const windowLeast = { width: 900, height: 600 } as const;

/** Colours of `renderer/ui/tokens.css` for what the system draws: the paper before the page is there, and its buttons in the title bar. */
const paint = {
  light: { paper: '#fbfaf7', titleBar: '#f2f0ea', symbols: '#1c1b1a' },
  dark: { paper: '#161514', titleBar: '#1b1a18', symbols: '#edeae4' },
} as const;

function currentPaint() {
  return nativeTheme.shouldUseDarkColors ? paint.dark : paint.light;
}

/** Applies the chosen theme to the system's own parts of the window. */
export function applyTheme(theme: Settings['theme'], window: BrowserWindow | null): void {
  nativeTheme.themeSource = theme;
  if (window === null) return;
  const { paper, titleBar, symbols } = currentPaint();
  window.setBackgroundColor(paper);
  if (process.platform !== 'darwin')
    window.setTitleBarOverlay({ color: titleBar, symbolColor: symbols, height: titleBarHeightPx });
}

/** Opens the window: sandboxed, isolated, without Node; it can neither navigate away nor open others. */
export function openWindow(deps: {
  readonly session: Session;
  readonly preloadPath: string;
  readonly show: boolean;
}): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const { paper, titleBar, symbols } = currentPaint();
  const window = new BrowserWindow({
    width: Math.min(1440, width),
    height: Math.min(900, height),
    minWidth: windowLeast.width,
    minHeight: windowLeast.height,
    show: false,
    title: 'LECTOROOM',
    backgroundColor: paper,
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'hidden',
    ...(process.platform === 'darwin'
      ? {}
      : { titleBarOverlay: { color: titleBar, symbolColor: symbols, height: titleBarHeightPx } }),
    webPreferences: {
      session: deps.session,
      preload: deps.preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (deps.show) window.show();
  });
  void window.loadURL('app://lectoroom/index.html');
  return window;
}
