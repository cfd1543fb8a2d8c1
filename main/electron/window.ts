import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Session } from 'electron';
import type { Settings } from '../../contract/domain/settings.ts';

const titleBarHeightPx = 44;

/** Paper and ink as `renderer/ui/tokens.css` has them, for what the system draws before and around the page. */
const paint = {
  light: { background: '#FBFAF7', symbols: '#1C1B1A' },
  dark: { background: '#161514', symbols: '#ECE9E2' },
} as const;

function currentPaint() {
  return nativeTheme.shouldUseDarkColors ? paint.dark : paint.light;
}

/** Applies the chosen theme to the system's own parts of the window. */
export function applyTheme(theme: Settings['theme'], window: BrowserWindow | null): void {
  nativeTheme.themeSource = theme;
  if (window === null || window.isDestroyed()) return;
  const { background, symbols } = currentPaint();
  window.setBackgroundColor(background);
  if (process.platform !== 'darwin')
    window.setTitleBarOverlay({ color: background, symbolColor: symbols, height: titleBarHeightPx });
}

/** Opens the window: sandboxed, isolated, without Node; it can neither navigate away nor open others. */
export function openWindow(deps: {
  readonly session: Session;
  readonly preloadPath: string;
  readonly show: boolean;
}): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const { background, symbols } = currentPaint();
  const window = new BrowserWindow({
    width: Math.min(1440, width),
    height: Math.min(900, height),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'LECTOROOM',
    backgroundColor: background,
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'hidden',
    ...(process.platform === 'darwin'
      ? {}
      : { titleBarOverlay: { color: background, symbolColor: symbols, height: titleBarHeightPx } }),
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
