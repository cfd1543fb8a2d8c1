import { contextBridge, ipcRenderer } from 'electron';
import { eventNames, requestNames } from '../contract/ipc-names.ts';
import type { Bridge } from '../contract/ipc.ts';

/** The one bridge: asks main by a known name, listens to a known name, and nothing else. */
const bridge: Bridge = {
  request(name, input) {
    if (!Object.hasOwn(requestNames, name)) return Promise.reject(new Error('unknown request'));
    return ipcRenderer.invoke(name, input) as ReturnType<Bridge['request']>;
  },
  on(name, listener) {
    if (!Object.hasOwn(eventNames, name)) throw new Error('unknown event');
    const heard = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(name, heard);
    return () => ipcRenderer.off(name, heard);
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
