#!/usr/bin/env bash
# The lecture "Eighty days" in the real window under a virtual X server, given with the keys of a clicker; a picture of each step.
# Usage: [WAIT_S=SECONDS] tests/lecture.sh [WIDTHxHEIGHT] [FOLDER]; without a folder the pictures are thrown away.
# WAIT_S is how long a key may take to show.
set -u
if [ "$(uname -s)" != Linux ]; then echo "The test of the lecture is left out: it needs Xvfb and xdotool, which run on Linux."; exit 0; fi
size=${1:-1920x1080}; out=$(mktemp -d); pictures=${2:-$out}; mkdir -p "$pictures"; export HOME="$out"
binary="${CARGO_TARGET_DIR:-$(pwd)/target}/debug/araxes"; number=$((90 + RANDOM % 400)); passed=0; failed=0
say() { if [ "$1" = 0 ]; then passed=$((passed + 1)); echo "ok: $2"; else failed=$((failed + 1)); echo "FAILED: $2"; fi; }
Xvfb ":$number" -screen 0 "${size}x24" -noreset >/dev/null 2>&1 & server=$!
trap 'kill $server 2>/dev/null; rm -rf "$out"' EXIT
export DISPLAY=":$number"; sleep 2; openbox >/dev/null 2>&1 & sleep 1
"$binary" lecture --tour eighty-days >"$out/log" 2>&1 & program=$!
for _ in $(seq 60); do window=$(xdotool search --name Araxes 2>/dev/null | head -1); [ -n "$window" ] && break; sleep 0.5; done
[ -n "${window:-}" ]; say $? "the window opens"
width=${size%x*}; height=${size#*x}; count=0; wait=${WAIT_S:-12}
xdotool mousemove $((width - 2)) 2; sleep 8
# A picture that no longer changes.
shot() {
  local a b; a=""
  for _ in $(seq 20); do import -window root "$out/now.png"; b=$(md5sum <"$out/now.png"); [ "$a" = "$b" ] && break; a=$b; sleep 0.4; done
  cp "$out/now.png" "$pictures/$1.png"
}
# Whether two pictures are the same below the line in which a debug build of the toolkit writes warnings.
same() { [ "$(compare -metric AE <(convert "$pictures/$1.png" -chop 0x24 png:-) <(convert "$pictures/$2.png" -chop 0x24 png:-) null: 2>&1 | cut -d. -f1)" = 0 ]; }
screen() { import -window root png:- | convert png:- -chop 0x24 rgb:- | md5sum; }
# Presses a key and waits until it shows, or until it is clear that it shows nothing.
key() {
  local before; before=$(screen); xdotool key "$1"
  for _ in $(seq $((2 * wait))); do sleep 0.5; [ "$before" != "$(screen)" ] && break; done
}
shot 01
while [ $count -lt 30 ]; do
  count=$((count + 1)); key Next; shot "$(printf %02d $((count + 1)))"
  same "$(printf %02d $((count + 1)))" "$(printf %02d "$count")" && break
done
rm -f "$pictures/$(printf %02d $((count + 1))).png"
[ $count -ge 16 ]; say $? "PageDown goes through $count pictures to the last step"
key Home; shot home; same home 01; say $? "Home shows the first step as it was"
key 7; key Return; shot step7
# A drag over the middle of the map, which lies right of the middle, or below it where the screen is upright.
x=$((width * 7 / 10)); y=$((height / 3)); [ "$height" -gt "$width" ] && { x=$((width / 2)); y=$((height * 7 / 10)); }
xdotool mousemove $x $y mousedown 1; sleep 0.3
for part in 20 40 60 80 100; do xdotool mousemove $((x - part * width / 900)) $((y + part * height / 1500)); sleep 0.2; done
xdotool mouseup 1 mousemove $((width - 2)) 2; sleep 3; shot detour
! same detour step7; say $? "a drag is a detour"
key Return; shot returned; same returned step7; say $? "Enter returns to the exact picture"
key b; shot blank; key Next; shot unblanked; same unblanked step7; say $? "a key ends the blank screen and does nothing else"
[ "$(convert "$pictures/blank.png" -chop 0x24 -format '%[fx:maxima]' info:)" = 0 ]; say $? "the blank screen is black"
key 1; key 5; key Return; shot step15; ! same step15 step7; say $? "15 and Enter jump"
key g; sleep 10; shot overview; key Escape; shot after-overview; same after-overview step15; say $? "Esc closes the overview"
key Escape; shot question; key F5; shot stayed; same stayed step15; say $? "F5 takes the question of Esc back"
key End; shot end; key Escape; key Escape; sleep 2
kill -0 $program; say $? "it runs on in the research skin"; shot left
kill $program 2>/dev/null; wait $program 2>/dev/null
! grep -qi panic "$out/log"; say $? "nothing panicked"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
