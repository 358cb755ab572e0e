#!/usr/bin/env bash
# What leaves the program arrives: another program reads text and picture from the clipboard, and the search field takes
# what another program copied. Under X11 by xclip, and under a Wayland compositor by wl-copy and wl-paste where there is one.
set -u
if [ "$(uname -s)" != Linux ]; then echo "The test of the clipboard is left out: it needs Xvfb and xclip, which run on Linux."; exit 0; fi
for tool in Xvfb openbox xdotool xclip; do
  command -v "$tool" >/dev/null || { echo "The test of the clipboard is left out: $tool is not installed."; exit 0; }
done
out=$(mktemp -d); export HOME="$out" XDG_DATA_HOME="$out/data"; binary="${ARAXES:-$(pwd)/target/debug/araxes}"; number=$((500 + RANDOM % 400))
passed=0; failed=0; children=()
say() { if [ "$1" = 0 ]; then passed=$((passed + 1)); echo "ok: $2"; else failed=$((failed + 1)); echo "FAILED: $2"; fi; }
# One after the other until it is true, for at most a minute.
until_true() { for _ in $(seq 120); do "$@" >/dev/null 2>&1 && return 0; sleep 0.5; done; return 1; }
trap 'kill "${children[@]}" 2>/dev/null; rm -rf "$out"' EXIT

Xvfb ":$number" -screen 0 1600x900x24 -noreset >/dev/null 2>&1 & children+=($!)
export DISPLAY=":$number"; unset WAYLAND_DISPLAY; sleep 2; openbox >/dev/null 2>&1 & children+=($!); sleep 1
printf 'Karabekir' | xclip -selection clipboard -i
"$binary" --at 1920-07-03 --state '1920-07-03;moscow;message-056' >"$out/log" 2>&1 & children+=($!)
until_true xdotool search --onlyvisible --name Araxes; say $? "the window opens"
window=$(xdotool search --onlyvisible --name Araxes | tail -1); sleep 8; xdotool windowactivate "$window"; sleep 1

link() { xclip -selection clipboard -o 2>/dev/null | grep -q "^araxes --state '1920-07-03;moscow;message-056'$"; }
copy_link() { xdotool key ctrl+l; sleep 2; link; }
until_true copy_link; say $? "xclip reads the link that was copied"

printf 'f. 64, op. 1, d. 21' | xclip -selection clipboard -i
# A letter more, so that what is read back is not what was put there.
xdotool key ctrl+k; sleep 2; xdotool key ctrl+v; sleep 3; xdotool type x; sleep 2; xdotool key ctrl+a; sleep 1; xdotool key ctrl+c; sleep 2
xclip -selection clipboard -o 2>/dev/null | grep -q "^f. 64, op. 1, d. 21x$"; say $? "the search field holds what xclip copied"
xdotool key Escape; sleep 1; xdotool key Escape; sleep 1

xdotool key ctrl+e; sleep 6
picture() { xclip -selection clipboard -o -t image/png 2>/dev/null | head -c 8 | od -An -tx1 | grep -q '89 50 4e 47 0d 0a 1a 0a'; }
copy_picture() { xdotool key ctrl+p; sleep 12; picture; }
copy_picture || copy_picture || copy_picture; say $? "xclip reads the picture that was copied, as PNG"
! grep -qi panic "$out/log"; say $? "nothing panicked"

if command -v weston >/dev/null && command -v wl-paste >/dev/null; then
  export XDG_RUNTIME_DIR="$out/run"; mkdir -m 700 -p "$XDG_RUNTIME_DIR"
  weston --backend=x11-backend.so --shell=kiosk-shell.so --socket=araxes-test --width=1500 --height=800 --idle-time=0 >"$out/weston" 2>&1 & children+=($!)
  if until_true test -S "$XDG_RUNTIME_DIR/araxes-test"; then
    kill "$(xdotool getwindowpid "$window")" 2>/dev/null; sleep 1
    WAYLAND_DISPLAY=araxes-test "$binary" --state '1920-07-03;moscow;message-056' >"$out/wayland" 2>&1 & children+=($!)
    sleep 15
    # The compositor's window is the only one whose name begins so; it stands in the middle of the screen.
    inside=$(xdotool search --onlyvisible --name '^Weston' 2>/dev/null | tail -1)
    [ -n "$inside" ] && xdotool windowactivate "$inside" 2>/dev/null; sleep 1
    # The compositor learns where the pointer is only when it moves, so it is moved to another place first.
    xdotool mousemove 700 300; sleep 1; xdotool mousemove 800 450; sleep 1; xdotool click 1; sleep 2
    by_wayland() { xdotool key ctrl+l; sleep 2; WAYLAND_DISPLAY=araxes-test timeout 5 wl-paste -n 2>/dev/null | grep -q "^araxes --state '1920-07-03;moscow"; }
    until_true by_wayland; say $? "wl-paste reads the link that was copied, under Wayland"
  else
    echo "left out: no Wayland compositor could be started here"
  fi
else
  echo "left out: Wayland, because weston or wl-paste is not installed"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
