#!/usr/bin/env bash
# A kiosk under a virtual X server, with faults at random times: it must come back each time, count every visit, and leave
# no process and no descriptor behind. Usage: [ARAXES=PROGRAM] [HUNG_S=SECONDS] [BACK_S=SECONDS] tests/kiosk.sh [TIMES]
# TIMES is how often each fault happens (1; `tests/kiosk.sh 12` is the long form). BACK_S is the longest allowed time from the
# discovery of a fault to the first frame (a debug build on a busy machine is slow, so 20; 2 for a release build); three times as long where
# another atlas must be read.
set -u
if [ "$(uname -s)" != Linux ]; then echo "The test of the kiosk is left out: it needs Xvfb and /proc, which are on Linux."; exit 0; fi
times=${1:-1}; hung=${HUNG_S:-10}; allowed=${BACK_S:-20}
program=${ARAXES:-${CARGO_TARGET_DIR:-$(pwd)/target}/debug/araxes}
out=$(mktemp -d); export HOME="$out"; number=$((90 + RANDOM % 400)); passed=0; failed=0; visits=0
disk="$out/disk"; folder="$disk/kept"; atlas="$out/atlas"; mkdir -p "$folder"; cp -r docs/example-atlas "$atlas"
# A small disk for logs and heartbeat, where the system lets us have one.
if mount -t tmpfs -o size=3m tmpfs "$disk" 2>/dev/null; then small=yes; mkdir -p "$folder"; else small=no; fi
kiosk=0; server=0; manager=0
stop() {
  [ "$kiosk" != 0 ] && kill "$kiosk" 2>/dev/null && wait "$kiosk" 2>/dev/null
  [ "$manager" != 0 ] && kill "$manager" 2>/dev/null
  [ "$server" != 0 ] && kill "$server" 2>/dev/null
  [ "$small" = yes ] && umount "$disk"
  rm -rf "$out"
}
trap stop EXIT
say() { if [ "$1" = 0 ]; then passed=$((passed + 1)); echo "ok: $2"; else failed=$((failed + 1)); echo "FAILED: $2"; tail -n 5 "$folder"/*.log "$out/messages" 2>/dev/null; fi; }
display() { Xvfb ":$number" -screen 0 1280x720x24 -noreset >/dev/null 2>&1 & server=$!; sleep 2; openbox >/dev/null 2>&1 & manager=$!; sleep 1; }
export DISPLAY=":$number"; display
# A library that takes 2 GiB of memory when the window gets a signal.
cat > "$out/eat.c" <<'C'
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
static void eat(int s) { (void)s; size_t n = 2UL << 30; char *p = mmap(0, n, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); if (p != MAP_FAILED) memset(p, 1, n); }
__attribute__((constructor)) static void begin(void) { signal(SIGUSR2, eat); }
C
cc -shared -fPIC -o "$out/eat.so" "$out/eat.c"
cat > "$out/kiosk.toml" <<TOML
atlas = "atlas"
[idle]
after_s = 10
countdown_s = 5
[counts]
path = "counts.csv"
[watch]
folder = "disk/kept"
hung_s = $hung
memory_mib = 1500
TOML
"$program" check --kiosk "$out/kiosk.toml" >/dev/null; say $? "the configuration has no faults"
# With the library only the window is meant: a signal is sent to nothing else.
LD_PRELOAD="$out/eat.so" "$program" kiosk --config "$out/kiosk.toml" >"$out/messages" 2>&1 & kiosk=$!
window() { pgrep -P "$kiosk" -f "kiosk --child" | head -1; }
beat() { grep -o "\"$1\":[^,}]*" "$folder/heartbeat.json" 2>/dev/null | cut -d: -f2 | tr -d '"'; }
frames() { cat "$folder"/*.log 2>/dev/null | grep -c "the window draws"; }
# Waits until the window has drawn once more than the given number of times.
back() { for _ in $(seq $((allowed * 10 + hung * 10 + 300))); do [ "$(frames)" -gt "$1" ] && return 0; sleep 0.1; done; return 1; }
# Waits until a new visit is counted; a touch on a window that is killed before it has drawn again is none.
counted() { for _ in $(seq 100); do [ "$folder/counts-hour.json" -nt "$out/mark" ] && break; sleep 0.1; done; sleep 0.5; visits=$((visits + 1)); }
touch_screen() { touch "$out/mark"; sleep 0.1; xdotool mousemove $((200 + RANDOM % 300)) $((150 + RANDOM % 200)) click 1; counted; }
# Three faults of windows that drew for less than 10 seconds are a series, after which another atlas is shown. So only every second
# window has less.
pauses=1
pause() { pauses=$((pauses + 1)); sleep "$((pauses % 2 * 11 + RANDOM % 2)).$((RANDOM % 10))"; }
back 0; say $? "the window opens"
sleep 2; descriptors=$(ls "/proc/$kiosk/fd" | wc -l); threads=$(ls "/proc/$kiosk/task" | wc -l)
fault() {
  local name=$1 i before; shift
  for i in $(seq "$times"); do
    pause; touch_screen; before=$(frames); "$@"; back "$before" || { say 1 "$name: it did not come back"; return; }
  done
  say 0 "$name: it came back $times times"
}
fault "SIGKILL" eval 'kill -KILL $(window)'
# The first signal is taken for a fault of the stack by the standard library, which then lets the second one through.
fault "SIGSEGV" eval 'w=$(window); kill -SEGV $w; sleep 0.2; kill -SEGV $w 2>/dev/null'
fault "SIGABRT" eval 'kill -ABRT $(window)'
fault "SIGSTOP" eval 'kill -STOP $(window)'
fault "memory ceiling" eval 'kill -USR2 $(window)'
# Keys are a visit like touches; it ends with the window.
pause; before=$(window); touch "$out/mark"; sleep 0.1; xdotool key ctrl+q; counted
xdotool key alt+F4; sleep 0.5; xdotool key ctrl+shift+q; sleep 1.5
[ -n "$before" ] && [ "$before" = "$(window)" ]; say $? "no key closes it"
drawn=$(frames); kill -KILL "$(window)"; back "$drawn"
if [ "$small" = yes ]; then
  full() { from=$(date +%s.%N); dd if=/dev/zero of="$disk/full" bs=64k >/dev/null 2>&1; before=$(window); kill -KILL "$before"; for _ in $(seq 300); do now=$(window); [ -n "$now" ] && [ "$now" != "$before" ] && break; sleep 0.1; done; sleep 3; rm -f "$disk/full"; echo "$from $(date +%s.%N)" >>"$out/full"; alive; }
  # Waits until the heartbeat is written again.
  alive() { for _ in $(seq 150); do at=$(beat unix_time_s); [ $(($(date +%s) - ${at:-0})) -le 6 ] && [ "$(beat running)" = true ] && return 0; sleep 0.1; done; return 1; }

  for i in $(seq "$times"); do pause; touch_screen; full; done
  say 0 "a full disk: a window is back each time"
  alive; say $? "the heartbeat goes on when there is room again"
else
  echo "left out: a full disk (no tmpfs can be mounted here)"
fi
# The atlas breaks on the disk: the one that runs stays, and the window that follows shows another.
for i in $(seq "$times"); do
  sleep 1; cp "$atlas/claims.json" "$out/good.json"; head -c 200 "$out/good.json" > "$atlas/claims.json"
  touch_screen; before=$(frames); kill -KILL "$(window)"; back "$before" || say 1 "a broken atlas: it did not come back"
  cp "$out/good.json" "$atlas/claims.json"
  for _ in $(seq 900); do [ "$(beat showing)" = wanted ] && [ "$(beat running)" = true ] && break; sleep 0.1; done
done
[ "$(beat showing)" = wanted ]; say $? "an atlas that breaks on the disk is replaced, and shown again once it is mended"
# The display goes away and comes back.
before=$(frames); kill "$manager" 2>/dev/null; kill -KILL "$server"; wait "$server" 2>/dev/null; sleep 2; rm -f "/tmp/.X$number-lock" "/tmp/.X11-unix/X$number"; display
back "$before"; say $? "a display that was lost is used again"
sleep 2; [ "$(ps -o stat= --ppid "$kiosk" | grep -c Z)" = 0 ]; say $? "no process is left"
now=$(ls "/proc/$kiosk/fd" | wc -l); [ "$now" -le $((descriptors + 2)) ]; say $? "no descriptor is left ($descriptors before, $now after)"
now=$(ls "/proc/$kiosk/task" | wc -l); [ "$now" -le $((threads + 2)) ]; say $? "no thread is left ($threads before, $now after)"
cat "$folder"/*.log > "$out/log"; child=$(window)
kill -TERM "$kiosk"; wait "$kiosk"; code=$?; kiosk=0
[ "$code" = 0 ]; say $? "a signal ends it with exit code 0"
[ -z "$child" ] || ! kill -0 "$child" 2>/dev/null; say $? "its window is gone too"
counted=$(tail -n +2 "$out/counts.csv" | cut -d, -f3 | awk '{ all += $1 } END { print all + 0 }'); [ "${counted:-0}" = "$visits" ]; say $? "every visit is counted, and each once ($visits made, ${counted:-0} counted)"
# From the discovery of each fault to the first frame of the next window, and what that shows. While the disk was full the log lacks
# lines, so what happened then is left out. A run over midnight counts wrong.
# A display that is lost counts from the last try without one.
touch "$out/full"; awk -v full="$out/full" '
  BEGIN { while ((getline line < full) > 0) { split(line, of, " "); begin[++n] = of[1] % 86400; end[n] = of[2] % 86400 } }
  function is_full(at, i) { for (i = 1; i <= n; i++) if (at >= begin[i] - 1 && at <= end[i] + 1) return 1; return 0 }
  function field(name) { return match($0, "\"" name "\":\"[^\"]*\"") ? substr($0, RSTART + length(name) + 4, RLENGTH - length(name) - 5) : "" }
  { time = field("timestamp"); sub(/.*T/, "", time); sub(/Z/, "", time); split(time, part, ":"); at = part[1] * 3600 + part[2] * 60 + part[3]; words = field("message") }
  (words == "the window is killed" || words == "the window has ended") && !fault && !is_full(at) { fault = at }
  words ~ /^araxes: no window/ && fault { fault = at }
  words == "window started" { stage = field("stage") }
  words == "the window draws" && fault { print at - fault, stage; fault = 0 }' "$out/log" | sort -n >"$out/took"
took() { grep "$1" "$2" "$out/took" | tail -n 1 | cut -d' ' -f1; }
same=$(took -e wanted); other=$(took -v wanted); count=$(grep -c wanted "$out/took")
[ "$count" -gt 0 ] && echo "$count returns: median $(grep wanted "$out/took" | sed -n "$((count / 2 + 1))p" | cut -d' ' -f1) s, longest $(grep wanted "$out/took" | tail -n 3 | cut -d' ' -f1 | tr '\n' ' ')s; in place of a broken atlas: ${other:-none} s"
[ "$count" -gt 0 ] && awk -v most="$same" -v allowed="$allowed" 'BEGIN { exit most > allowed }'
say $? "each return takes at most $allowed s"
awk -v most="${other:-0}" -v allowed="$((3 * allowed))" 'BEGIN { exit most > allowed }'
say $? "another atlas is there within $((3 * allowed)) s"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
