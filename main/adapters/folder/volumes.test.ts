import { describe, expect, it } from 'vitest';
import { candidatesOf, driveNameOf, parseMountInfo, volumeOf } from './volumes.ts';

const mountInfo = [
  '23 29 0:22 / /proc rw,nosuid - proc proc rw',
  '29 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
  '31 29 0:27 / /dev/shm rw - tmpfs tmpfs rw',
  '40 29 8:17 / /media/anna/My\\040Travel rw - vfat /dev/sdb1 rw',
  '41 29 8:33 / /run/media/anna/Other rw - fuseblk /dev/sdc1 rw',
  '42 29 0:50 / /mnt/nas rw - cifs //nas/share rw',
  '43 29 0:51 / /home/anna/cloud rw - fuse.rclone remote: rw',
  '',
].join('\n');
const linux = parseMountInfo(mountInfo);
const mac = [
  { root: '/', isDrive: true },
  { root: '/Volumes/Travel', isDrive: true },
  { root: '/Volumes/Travel 1', isDrive: true },
];
const windows = ['C:\\', 'E:\\', 'F:\\'].map((root) => ({ root, isDrive: true }));

describe('D6: drives', () => {
  it('D6: the mounts of Linux, spaces in their names and all; memory and the network are no drives, what lies under /mnt may be one', () => {
    expect(linux.filter(({ isDrive }) => isDrive).map(({ root }) => root)).toEqual([
      '/',
      '/media/anna/My Travel',
      '/run/media/anna/Other',
      '/mnt/nas',
    ]);
  });

  it.each([
    ['linux', '/media/anna/My Travel/Lectures', '/media/anna/My Travel'],
    ['linux', '/media/anna/My Travel', '/media/anna/My Travel'],
    ['linux', '/media/anna/My TravelBook/x', '/'],
    ['linux', '/dev/shm/x', '/dev/shm'],
    ['darwin', '/Volumes/Travel 1/a', '/Volumes/Travel 1'],
    ['darwin', '/Users/anna/..lectures', '/'],
    ['win32', 'E:\\Lectures', 'E:\\'],
    ['win32', 'e:\\', 'E:\\'],
    ['win32', 'Z:\\share', 'Z:\\'],
  ] as const)('D6: on %s %s is on %s', (platform, path, root) => {
    const volumes = { linux, darwin: mac, win32: windows }[platform];
    expect(volumeOf(path, volumes, platform)).toBe(root);
  });

  it.each([
    [
      'linux',
      { path: '/media/anna/My Travel/a/Lectures', volume: '/media/anna/My Travel' },
      ['/a/Lectures', '/run/media/anna/Other/a/Lectures', '/mnt/nas/a/Lectures'],
    ],
    [
      'linux',
      { path: '/media/x', volume: '/media/x' },
      ['/', '/media/anna/My Travel', '/run/media/anna/Other', '/mnt/nas'],
    ],
    [
      'darwin',
      { path: '/Volumes/Travel/Lectures', volume: '/Volumes/Travel' },
      ['/Lectures', '/Volumes/Travel 1/Lectures'],
    ],
    ['win32', { path: 'E:\\a\\Lectures', volume: 'E:\\' }, ['C:\\a\\Lectures', 'F:\\a\\Lectures']],
  ] as const)('D6: on %s it is looked for in the same place of the other drives', (platform, place, paths) => {
    const volumes = { linux, darwin: mac, win32: windows }[platform];
    expect(candidatesOf(place, volumes, platform).map(({ path }) => path.replace(/(?<=.)\/$/, ''))).toEqual(paths);
  });

  it.each([
    ['linux', '/', '/', null],
    ['linux', '/media/anna/My Travel', '/', 'My Travel'],
    ['linux', '/', '/home', null],
    ['darwin', '/Volumes/Travel', '/', 'Travel'],
    ['win32', 'C:\\', 'C:\\', null],
    ['win32', 'E:\\', 'C:\\', 'E:'],
  ] as const)('D6: on %s the drive %s is called, with the home on %s, %s', (platform, volume, home, name) => {
    expect(driveNameOf(volume, home, platform)).toBe(name);
  });
});
