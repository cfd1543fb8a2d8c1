import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A message bus of its own (the real dbus-daemon) with somebody on it who answers as NetworkManager does. */
export interface PrivateBus {
  /** For `DBUS_SYSTEM_BUS_ADDRESS`. */
  readonly address: string;
  /** Says something else from now on; null: says nothing at all to a question. */
  become(metered: number | null, connection: string): void;
  close(): Promise<void>;
}

const name = 'org.freedesktop.NetworkManager';

/** Starts the bus and the service on it. Throws where there is no dbus-daemon. */
export async function startPrivateBus(): Promise<PrivateBus> {
  const folder = mkdtempSync(join(tmpdir(), 'lectoroom-bus-'));
  const path = join(folder, 'bus');
  const address = `unix:path=${path}`;
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address', `--address=${address}`]);
  await new Promise<void>((resolve, reject) => {
    daemon.once('error', reject);
    daemon.stdout.once('data', () => resolve());
  });
  let says: { metered: number | null; connection: string } = { metered: 0, connection: '/' };
  const socket = connect(path);
  let serial = 0;
  const send = (type: number, fields: readonly Field[], body: Buffer = Buffer.alloc(0)): void => {
    serial += 1;
    socket.write(message(type, serial, fields, body));
  };
  const call = (member: string, fields: readonly Field[] = [], body?: Buffer): void =>
    send(1, [...busFields, [3, 's', member], ...fields], body);

  const owned = new Promise<void>((resolve) => {
    let isIn = false;
    let held = Buffer.alloc(0);
    socket.on('data', (piece) => {
      held = Buffer.concat([held, piece]);
      if (!isIn) {
        if (!held.includes('\r\n')) return;
        isIn = true;
        held = Buffer.alloc(0);
        socket.write('BEGIN\r\n');
        call('Hello');
        call('RequestName', [[8, 'g', 'su']], append(text(name), 4, number(4)));
      }
      for (;;) {
        const read = readMessage(held);
        if (read === null) return;
        held = held.subarray(read.sizeBytes);
        // The second answer is the one to RequestName.
        if (read.type === 2 && read.replyTo === 2) resolve();
        if (read.type !== 1 || says.metered === null) continue;
        const back: readonly Field[] = [[5, 'u', read.serial], [6, 's', read.sender]]; // prettier-ignore
        // gdbus asks what the method looks like first, and can do without.
        if (read.member === 'GetAll') send(2, [...back, [8, 'g', 'a{sv}']], properties(says.metered, says.connection));
        else send(3, [...back, [4, 's', 'org.freedesktop.DBus.Error.UnknownMethod']]);
      }
    });
  });
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`);
  await owned;
  return {
    address,
    become(metered, connection) {
      says = { metered, connection };
    },
    async close() {
      socket.destroy();
      const ended = new Promise((resolve) => daemon.once('exit', resolve));
      daemon.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A header field: its code, its type, its value (D-Bus Specification, "Message Format"). */
type Field = readonly [code: number, type: 'o' | 's' | 'g' | 'u', value: string | number];

const busFields: readonly Field[] = [
  [1, 'o', '/org/freedesktop/DBus'],
  [2, 's', 'org.freedesktop.DBus'],
  [6, 's', 'org.freedesktop.DBus'],
];

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(`${value}\0`)]);
const signature = (value: string): Buffer => Buffer.from([value.length, ...Buffer.from(value), 0]);
/** The bytes behind as many zeros as it takes to stand at a multiple of `align` when `before` bytes come first. */
const padded = (align: number, before: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.alloc((align - (before % align)) % align), bytes]);
const append = (to: Buffer, align: number, bytes: Buffer): Buffer =>
  Buffer.concat([to, padded(align, to.length, bytes)]);

function valueOf(type: Field[1], value: string | number): Buffer {
  if (type === 'u') return number(Number(value));
  return type === 'g' ? signature(String(value)) : text(String(value));
}

function message(type: number, serial: number, fields: readonly Field[], body: Buffer): Buffer {
  let list: Buffer = Buffer.alloc(0);
  for (const [code, kind, value] of fields) {
    list = append(list, 8, Buffer.concat([Buffer.from([code]), signature(kind)]));
    list = append(list, kind === 'g' ? 1 : 4, valueOf(kind, value));
  }
  const head = Buffer.concat([
    Buffer.from([0x6c, type, 0, 1]),
    number(body.length),
    number(serial),
    number(list.length),
  ]);
  return append(Buffer.concat([head, list]), 8, body);
}

/** `a{sv}` with the two properties. */
function properties(metered: number, connection: string): Buffer {
  let entries: Buffer = Buffer.alloc(0);
  for (const [key, kind, value] of [
    ['Metered', 'u', metered],
    ['PrimaryConnection', 'o', connection],
  ] as const) {
    entries = append(entries, 8, text(key));
    entries = append(Buffer.concat([entries, signature(kind)]), 4, valueOf(kind, value));
  }
  return Buffer.concat([number(entries.length), Buffer.alloc(4), entries]);
}

interface ReadMessage {
  readonly sizeBytes: number;
  readonly type: number;
  readonly serial: number;
  readonly replyTo: number;
  readonly member: string;
  readonly sender: string;
}

function readMessage(bytes: Buffer): ReadMessage | null {
  if (bytes.length < 16) return null;
  const listEnd = 16 + bytes.readUInt32LE(12);
  const sizeBytes = Math.ceil(listEnd / 8) * 8 + bytes.readUInt32LE(4);
  if (bytes.length < sizeBytes) return null;
  const found = new Map<number, string | number>();
  for (let at = 16; at < listEnd;) {
    at = Math.ceil(at / 8) * 8;
    const code = bytes[at] ?? 0;
    const kind = String.fromCharCode(bytes[at + 2] ?? 0);
    at += 4;
    if (kind === 'u') {
      found.set(code, bytes.readUInt32LE(at));
      at += 4;
    } else {
      const isShort = kind === 'g';
      const length = isShort ? (bytes[at] ?? 0) : bytes.readUInt32LE(at);
      const start = at + (isShort ? 1 : 4);
      found.set(code, bytes.toString('utf8', start, start + length));
      at = start + length + 1;
    }
  }
  return {
    sizeBytes,
    type: bytes[1] ?? 0,
    serial: bytes.readUInt32LE(8),
    replyTo: Number(found.get(5) ?? 0),
    member: String(found.get(3) ?? ''),
    sender: String(found.get(7) ?? ''),
  };
}
