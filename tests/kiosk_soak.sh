#!/usr/bin/env bash
# Random touches on a kiosk under a virtual X server for some time, and what the window uses meanwhile.
# Usage: [ARAXES=PROGRAM] [SCREEN=WIDTHxHEIGHT] tests/kiosk_soak.sh SECONDS [FILE.csv]
# The file has a row every ten seconds: seconds, memory in KiB, descriptors, threads, restarts, and the greatest work of a frame so far: the
# processor time of the window's own thread for its panels, in milliseconds. From the second third of the time to the
# last one memory may grow by 5 %; the window must be the same at the end; no frame may take more than WORK_MS (100).
set -u
if [ "$(uname -s)" != Linux ]; then echo "The soak test of the kiosk is left out: it needs Xvfb and /proc, which are on Linux."; exit 0; fi
seconds=${1:?how many seconds}; table=${2:-}; screen=${SCREEN:-1920x1080}; width=${screen%x*}; height=${screen#*x}
program=${ARAXES:-${CARGO_TARGET_DIR:-$(pwd)/target}/debug/araxes}
out=$(mktemp -d); export HOME="$out"; number=$((90 + RANDOM % 400)); kiosk=0; rows="$out/rows.csv"
Xvfb ":$number" -screen 0 "${screen}x24" -noreset >/dev/null 2>&1 & server=$!
trap 'kill $kiosk $server 2>/dev/null; rm -rf "$out"' EXIT
export DISPLAY=":$number"; sleep 2; openbox >/dev/null 2>&1 & sleep 1
printf '[counts]\npath = "counts.csv"\n[watch]\nfolder = "kept"\nhung_s = %s\n' "${HUNG_S:-30}" >"$out/kiosk.toml"
"$program" kiosk --config "$out/kiosk.toml" >"$out/messages" 2>&1 & kiosk=$!
window() { pgrep -P "$kiosk" -f "kiosk --child" | head -1; }
for _ in $(seq 1200); do grep -q "the window draws" "$out"/kept/*.log 2>/dev/null && break; sleep 0.1; done
first=$(window); begun=$SECONDS; sampled=-10; touches=0
echo "seconds,memory_kib,descriptors,threads,restarts,work_ms" >"$rows"
while [ $((SECONDS - begun)) -lt "$seconds" ]; do
  x=$((RANDOM % width)); y=$((RANDOM % height)); touches=$((touches + 1))
  case $((RANDOM % 5)) in
    0) xdotool mousemove $x $y mousedown 1 mousemove $((RANDOM % width)) $((RANDOM % height)) mouseup 1;;
    1) xdotool mousemove $x $y click $((4 + RANDOM % 2));;
    2) xdotool key "$(shuf -n 1 -e Tab Return space Escape Left Right Home ctrl+q alt+F4 ctrl+shift+q F1 ctrl+plus)";;
    *) xdotool mousemove $x $y click 1;;
  esac
  sleep "0.$((RANDOM % 10))"
  if [ $((SECONDS - begun - sampled)) -ge 10 ]; then
    sampled=$((SECONDS - begun)); now=$(window)
    memory=$(awk '/^VmRSS/ { print $2 }' "/proc/$now/status" 2>/dev/null)
    beat() { grep -o "\"$1\":[0-9.]*" "$out/kept/heartbeat.json" | cut -d: -f2; }
    restarts=$(beat restarts); work=$(beat most_work_ms)
    echo "$sampled,${memory:-0},$(ls "/proc/$now/fd" 2>/dev/null | wc -l),$(ls "/proc/$now/task" 2>/dev/null | wc -l),${restarts:-0},${work:-0}" >>"$rows"
  fi
done
last=$(window); kill -TERM "$kiosk"; wait "$kiosk"; code=$?
[ -n "$table" ] && cp "$rows" "$table"
echo "$touches touches; visits and seconds by hour:"; tail -n +2 "$out/counts.csv" 2>/dev/null | cut -d, -f1-4
work=$(tail -n 1 "$rows" | cut -d, -f6); echo "greatest work of a frame: $work ms"
awk -v work="$work" -v most="${WORK_MS:-100}" 'BEGIN { exit !(work > 0 && work <= most) }' || { echo "FAILED: a frame took too much work"; exit 1; }
[ "$code" = 0 ] && [ -n "$first" ] && [ "$first" = "$last" ] || { echo "FAILED: the window was started again"; cat "$out/messages"; exit 1; }
# Images that are kept make memory rise until they are dropped together, so the lowest figures are compared.
awk -F, -v all="$seconds" 'NR > 1 { third = int(3 * $1 / all); if (third > 2) third = 2; if (!low[third] || $2 < low[third]) low[third] = $2; if ($2 > high[third]) high[third] = $2; fd = $3 }
  END { grown = 100 * (low[2] - low[1]) / low[1]; for (i = 0; i < 3; i++) printf "memory in third %d: %d to %d KiB\n", i + 1, low[i], high[i]; printf "lowest %.1f %% higher in the last third, %d descriptors\n", grown, fd; exit grown > 5 }' "$rows" && echo "ok: memory is flat" || { echo "FAILED: memory grows"; exit 1; }
