import type { DoctorReport } from '#shared/contract/app.ts';

type LinuxDesktop = NonNullable<DoctorReport['desktop']>;

/**
 * Display and input method as a Linux session announces them, by the variables that X11, Wayland, GTK and Qt read. Kylin
 * and UOS set them for fcitx; where they are missing, no Chinese can be typed into any program.
 */
export function linuxDesktop(env: Readonly<Record<string, string | undefined>>): LinuxDesktop {
  const inputMethod = [
    env['GTK_IM_MODULE'],
    env['QT_IM_MODULE'],
    /@im=([^@]+)/.exec(env['XMODIFIERS'] ?? '')?.[1],
  ].filter((name): name is string => name !== undefined && name !== '');
  return {
    display: env['DISPLAY'] || null,
    wayland: env['WAYLAND_DISPLAY'] || null,
    inputMethod: inputMethod.length > 0 ? [...new Set(inputMethod)].join(', ') : null,
  };
}

/** Version of the GNU C library this process runs on, null where there is none (Windows, macOS, musl). */
export function glibcVersion(): string | null {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime ?? null;
}
