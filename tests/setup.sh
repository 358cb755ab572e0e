#!/usr/bin/env bash
# Installs what the window (`setup.sh run`) or all tests (`setup.sh test`) need and the system lacks, on
# Debian and its kin. It says what it installs and how. Root installs at once; anyone else through sudo,
# where there is a terminal in which sudo can ask; otherwise the line to type is printed. On Linux without
# dpkg it prints what is missing, on other systems it does nothing.
set -eu

what=${1:-run}
window="gcc libc6-dev libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri"
tests="xvfb x11-xkb-utils xdotool openbox imagemagick xclip"
packages=$window
[ "$what" = test ] && packages="$window $tests"

if ! command -v cargo >/dev/null; then
  echo "Rust is missing. Install Rust 1.95 or later from https://rustup.rs, then run make again."
  exit 1
fi

# macOS, Windows and the BSDs: nothing is installed. README.md says what is needed there.
[ "$(uname -s)" = Linux ] || exit 0

if ! command -v dpkg >/dev/null; then
  missing=""
  commands="cc"
  [ "$what" = test ] && commands="cc Xvfb xkbcomp xdotool openbox import compare xclip"
  for name in $commands; do
    command -v "$name" >/dev/null || missing="$missing $name"
  done
  libraries=$( (ldconfig -p || /sbin/ldconfig -p || true) 2>/dev/null)
  for name in libXcursor libXi libxkbcommon-x11 libEGL; do
    [ -z "$libraries" ] || grep -q "$name\.so" <<<"$libraries" || missing="$missing $name"
  done
  [ -z "$missing" ] && exit 0
  echo "Missing:$missing"
  echo "Fedora: sudo dnf install gcc libXcursor libXi libxkbcommon-x11 mesa-libEGL mesa-dri-drivers"
  echo "Arch:   sudo pacman -S gcc libxcursor libxi libxkbcommon-x11 libglvnd mesa"
  if [ "$what" = test ]; then
    echo "and for the tests of the window"
    echo "Fedora: sudo dnf install xorg-x11-server-Xvfb xkbcomp xdotool openbox ImageMagick xclip"
    echo "Arch:   sudo pacman -S xorg-server-xvfb xorg-xkbcomp xdotool openbox imagemagick xclip"
  fi
  exit 1
fi

missing=""
for package in $packages; do
  dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

install="env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends$missing"
echo "Missing:$missing"
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null && [ -t 0 ] && [ -z "${CI:-}" ]; then
  as_root="sudo "
else
  echo "To install them, type: sudo apt-get install --no-install-recommends$missing"
  exit 1
fi
echo "Installing them: $as_root$install"
${as_root}apt-get update -qq
# The output of apt-get is shown only if it fails.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086
${as_root}$install -qq >"$log" 2>&1 || { cat "$log"; exit 1; }
