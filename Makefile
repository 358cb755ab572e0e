# `make run` opens the atlas; `make test` passes all tests; both set up what is missing.
APT := xvfb libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri x11-xkb-utils xdotool openbox imagemagick
RUNTIME := libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri

.PHONY: run test check data docs accuracy setup

run: $(if $(DISPLAY)$(WAYLAND_DISPLAY),setup-run,)
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "There is no display here. Without one try: cargo run --release -- at 1920-07-03 --lens moscow"; \
	else cargo run --release; fi

test: setup
	cargo test
	cargo check --no-default-features
	bash tests/window.sh

check:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo doc --no-deps

PLATES := 1920-05-01:claims 1920-06-25:moscow 1920-07-03:moscow 1920-07-14:control 1920-07-24:control 1920-07-31:claims

docs:
	cargo build --release
	@for plate in $(PLATES); do \
	  target/release/araxes render --at $${plate%%:*} --lens $${plate##*:} --size 1800x1200 --out docs/plates/$${plate%%:*}-$${plate##*:}.png || exit 1; \
	done
	target/release/araxes render --at 1920-07-03 --view ribbons --size 1800x1200 --out docs/plates/ribbons.png
	target/release/araxes render --at 1920-07-03 --view capitals --size 1800x1200 --out docs/plates/capitals.png
	target/release/araxes render --at 1920-06-19 --lens claims --size 1800x1200 --around sisian --km 620 --out docs/ground/sheet.png
	target/release/araxes render --at 1920-06-19 --lens claims --size 1800x1200 --around nakhchivan-town --km 150 --out docs/ground/uezd.png
	target/release/araxes render --at 1920-06-19 --lens claims --size 1800x1200 --around shahtakhti --km 45 --out docs/ground/valley.png

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

.PHONY: setup-run
setup-run:
	@bash tests/setup.sh $(RUNTIME)

setup:
	@bash tests/setup.sh $(APT)
