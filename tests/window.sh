#!/usr/bin/env bash
# The real window under a virtual X server: keys and drags change the date and the picture; the rest stays; it closes clean.
set -u
if [ "$(uname -s)" != Linux ]; then echo "The test of the window is left out: it needs Xvfb and xdotool, which run on Linux."; exit 0; fi
out=$(mktemp -d); export HOME="$out"; binary="$(pwd)/target/debug/araxes"; number=$((90 + RANDOM % 400))
passed=0; failed=0
say() { if [ "$1" = 0 ]; then passed=$((passed + 1)); echo "ok: $2"; else failed=$((failed + 1)); echo "FAILED: $2"; fi; }
Xvfb ":$number" -screen 0 1600x900x24 -noreset >/dev/null 2>&1 & server=$!
trap 'kill $server 2>/dev/null; rm -rf "$out"' EXIT
export DISPLAY=":$number"; sleep 2; openbox >/dev/null 2>&1 & sleep 1
"$binary" --at 1920-04-27 --lens moscow >"$out/log" 2>&1 & program=$!
for _ in $(seq 60); do window=$(xdotool search --name Araxes 2>/dev/null | head -1); [ -n "$window" ] && break; sleep 0.5; done
[ -n "${window:-}" ]; say $? "the window opens"
sleep 10; xdotool windowactivate "$window" 2>/dev/null; sleep 1
eval "$(xdotool getwindowgeometry --shell "$window")"
shot() { import -window root -crop "$2" +repage "$out/$1.png"; }
sheet="$((WIDTH * 6 / 10))x$((HEIGHT / 2))+$((X + 10))+$((Y + HEIGHT / 10))"
bar="150x30+$((X + WIDTH - 180))+$((Y + 10))"
shot first "$sheet"; shot bar-first "$bar"
xdotool mousemove $((X + WIDTH * 36 / 100)) $((Y + HEIGHT - 60)) mousedown 1; sleep 0.3
for part in 45 55 65 72; do xdotool mousemove $((X + WIDTH * part / 100)) $((Y + HEIGHT - 60)); sleep 0.4; done
xdotool mouseup 1; sleep 0.5; xdotool mousemove $((X + WIDTH / 2)) $((Y + HEIGHT - 4)); sleep 4
shot second "$sheet"; shot bar-second "$bar"
! cmp -s "$out/first.png" "$out/second.png"; say $? "dragging the date changes the map"
compare -metric AE "$out/bar-first.png" "$out/bar-second.png" null: >"$out/ae" 2>&1; [ "$(cut -d. -f1 "$out/ae")" = 0 ]; say $? "the bar stays as it was"
day="$((WIDTH * 2 / 10))x60+$((X + 10))+$((Y + HEIGHT - HEIGHT / 5))"
shot day-before "$day"; xdotool key Right; sleep 2; shot day-after "$day"
! cmp -s "$out/day-before.png" "$out/day-after.png"; say $? "the right arrow goes a day on"
kill -0 $program; say $? "it still runs"
settings() { sed -n 's/.*"session": "\([^;]*\).*/\1/p' "$out"/.local/share/araxes/app.ron 2>/dev/null; }
before=$(settings); xdotool key Right; sleep 0.5; xdotool key Right; sleep 6
[ -n "$(settings)" ] && [ "$before" != "$(settings)" ]; say $? "a change is saved soon, without another"
xdotool key alt+F4; sleep 3
if kill -0 $program 2>/dev/null; then kill $program; wait $program; say 1 "it closes"; else wait $program; say 0 "it closes"; fi
# A window whose monitor is gone, and a process that is asked to end just after a change.
sed -i 's/outer_position_pixels:Some(([^)]*))/outer_position_pixels:Some((x:5000.0,y:3000.0))/' "$out/.local/share/araxes/app.ron"
"$binary" >>"$out/log" 2>&1 & program=$!
for _ in $(seq 120); do window=$(xdotool search --onlyvisible --name Araxes 2>/dev/null | head -1); [ -n "$window" ] && break; sleep 0.5; done
sleep 5; eval "$(xdotool getwindowgeometry --shell "$window")"
[ "$X" -lt 1600 ] && [ "$Y" -lt 900 ]; say $? "a window whose monitor is gone comes back"
before=$(settings); xdotool windowactivate "$window" 2>/dev/null; sleep 1; xdotool key Right; sleep 0.3; kill -TERM $program
for _ in $(seq 40); do kill -0 $program 2>/dev/null || break; sleep 0.1; done
! kill -0 $program 2>/dev/null; say $? "it closes when it is asked to end"
[ "$before" != "$(settings)" ]; say $? "and has saved what was changed last"
# Settings that nobody can read, which the toolkit would write over.
data="$out/.local/share/araxes"; echo "(half a file" >"$data/app.ron"
"$binary" >>"$out/log" 2>&1 & program=$!
for _ in $(seq 120); do [ -e "$data/app.unreadable-1.ron" ] && break; sleep 0.5; done
sleep 3; kill -TERM $program; for _ in $(seq 40); do kill -0 $program 2>/dev/null || break; sleep 0.1; done
[ "$(cat "$data/app.unreadable-1.ron" 2>/dev/null)" = "(half a file" ]; say $? "settings that cannot be read are kept"
! grep -qi panic "$out/log"; say $? "nothing panicked"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
