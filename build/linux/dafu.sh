#!/bin/sh
# Starts the packed app. On X11 unless told otherwise: under Wayland the input methods of Kylin and UOS (fcitx) do not
# reach Chromium. Electron chooses the display before it reads a line of the app, so only the command line can tell it.
# Other choices: --ozone-platform=wayland, or DAFU_DISPLAY_SERVER=wayland.
here=$(dirname "$(readlink -f "$0")")
for argument in "$@"; do
  case "$argument" in --ozone-platform=*) exec "$here/dafu-app" "$@" ;; esac
done
server=${DAFU_DISPLAY_SERVER:-}
# Without an X server (no Xwayland either) the app must still start.
if [ -z "$server" ] && { [ -n "${DISPLAY:-}" ] || [ -z "${WAYLAND_DISPLAY:-}" ]; }; then server=x11; fi
if [ -z "$server" ]; then exec "$here/dafu-app" "$@"; fi
exec "$here/dafu-app" --ozone-platform="$server" "$@"
