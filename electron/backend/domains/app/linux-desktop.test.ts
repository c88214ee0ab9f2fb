import { describe, expect, it } from 'vitest';
import { linuxDesktop } from './linux-desktop.ts';

describe('the desktop of a Linux session', () => {
  it('names display and input method as Kylin and UOS announce them', () => {
    const env = { DISPLAY: ':0', GTK_IM_MODULE: 'fcitx', QT_IM_MODULE: 'fcitx', XMODIFIERS: '@im=fcitx' };
    expect(linuxDesktop(env)).toEqual({ display: ':0', wayland: null, inputMethod: 'fcitx' });
  });

  it('tells of programs that are sent to different input methods', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0', GTK_IM_MODULE: 'ibus', XMODIFIERS: '@im=fcitx@lang=zh' };
    expect(linuxDesktop(env)).toEqual({ display: null, wayland: 'wayland-0', inputMethod: 'ibus, fcitx' });
  });

  it('finds no input method where none is announced', () => {
    expect(linuxDesktop({ DISPLAY: '', XMODIFIERS: '' })).toEqual({ display: null, wayland: null, inputMethod: null });
  });
});
