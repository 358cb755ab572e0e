# `make run` opens the atlas; `make test` passes all tests. Both install what is missing, and say so first.
# Only X11 and Wayland name their display in a variable; macOS and Windows always have one.
X11 := $(filter Linux %BSD DragonFly SunOS,$(shell uname -s))

.PHONY: run program test check data docs pictures accuracy setup-run setup-test

run:
	@if [ -n "$(X11)" ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "There is no display here. Without one try: cargo run --release -- at 1920-07-03 --lens moscow"; \
	else bash tests/setup.sh run && cargo run --release; fi

# The program to hand on, in target/program: it names no folder of the machine that built it.
CARGO_HOME ?= $(HOME)/.cargo
program: setup-run
	cargo fetch
	flags="--remap-path-prefix=$(CURDIR)=araxes"; \
	for crates in $(CARGO_HOME)/registry/src/*; do flags="$$flags --remap-path-prefix=$$crates=crates"; done; \
	RUSTFLAGS="$$flags" cargo build --release --target-dir target/program

# All tests draw hundreds of windows: slightly optimised, that takes a quarter of the time.
test: export CARGO_PROFILE_DEV_OPT_LEVEL = 1
test: setup-test
	cargo test
	cargo check --no-default-features
	bash tests/window.sh
	bash tests/clipboard.sh
	bash tests/kiosk.sh

# What `.ci/run` asks for besides the tests.
check: setup-run
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

PLATES := 1920-05-01:claims 1920-06-25:moscow 1920-07-03:moscow 1920-07-14:control 1920-07-24:control 1920-07-31:claims

docs:
	cargo build --release
	@for plate in $(PLATES); do \
	  target/release/araxes render --at $${plate%%:*} --lens $${plate##*:} --size 1800x1200 --force --out docs/plates/$${plate%%:*}-$${plate##*:}.png || exit 1; \
	done
	target/release/araxes render --at 1920-07-03 --view ribbons --size 1800x1200 --force --out docs/plates/ribbons.png
	target/release/araxes render --at 1920-07-03 --view capitals --size 1800x1200 --force --out docs/plates/capitals.png
	target/release/araxes render --at 1871-04-20 --atlas docs/example-atlas --size 1200x800 --force --out docs/pictures/example.png
	target/release/araxes render --at 1920-06-19 --lens claims --size 1800x1200 --around sisian --km 620 --force --out docs/ground/sheet.png
	target/release/araxes render --at 1920-06-19 --lens claims --size 1800x1200 --around nakhchivan-town --km 150 --force --out docs/ground/uezd.png
	target/release/araxes render --at 1920-06-19 --lens claims --size 1800x1200 --around shahtakhti --km 45 --force --out docs/ground/valley.png
	target/release/araxes lecture --tour eighty-days --force --slides docs/lecture --size 960x540
	mogrify -strip -dither None -colors 64 -define png:compression-level=9 docs/lecture/*.png

pictures: setup-test
	cargo build --release
	bash docs/pictures/make.sh

GEO := target/geo/bin/python
REFERENCE ?= ../shared/geo/reference/districts_reference.geojson

data: setup-geo
	$(GEO) data/build/build.py

accuracy: setup-geo
	$(GEO) data/build/accuracy.py $(REFERENCE)

.PHONY: setup-geo
setup-geo:
	@test -x $(GEO) || python3 -m venv target/geo
	@target/geo/bin/pip install -q --no-deps -r data/build/requirements.txt
	@mkdir -p target/npm
	@test -f target/npm/geo-maps-countries-coastline-100m-0.6.0.tgz || npm pack --silent --pack-destination target/npm @geo-maps/countries-coastline-100m@0.6.0 > /dev/null

setup-run:
	@bash tests/setup.sh run

setup-test:
	@bash tests/setup.sh test
