import { create } from 'zustand';

/** A short notice that goes by itself. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Takes back what it tells: by its button, or by Ctrl+Z or ⌘Z. */
  readonly undo?: () => void;
}

interface ToastState {
  readonly toasts: readonly Toast[];
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
}

/** The notices on screen; the newest last, at most three. */
export const useToasts = create<ToastState>((set, get) => ({
  toasts: [],
  show: (toast) => {
    const id = Math.max(0, ...get().toasts.map((each) => each.id)) + 1;
    set({ toasts: [...get().toasts, { ...toast, id }].slice(-3) });
  },
  dismiss: (id) => {
    set({ toasts: get().toasts.filter((each) => each.id !== id) });
  },
}));
