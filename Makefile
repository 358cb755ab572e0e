# `make run` opens the atlas; `make test` passes all tests; both set up what is missing.
APT := xvfb libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri x11-xkb-utils xdotool openbox imagemagick
RUNTIME := libxcursor1 libxi6 libxkbcommon-x11-0 libegl1 libgl1-mesa-dri

.PHONY: run test check data fonts setup

run: $(if $(DISPLAY)$(WAYLAND_DISPLAY),setup-run,)
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "There is no display here. Without one try: cargo run --release -- at 1920-07-03 --lens moscow"; \
	else cargo run --release; fi

test: setup
	cargo test --no-default-features
	cargo build
	bash tests/window.sh

check:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo doc --no-deps

data:
	python3 -m venv target/geo && target/geo/bin/pip install -q -r data/build/requirements.txt && target/geo/bin/python data/build/build.py

.PHONY: setup-run
setup-run:
	@bash tests/setup.sh $(RUNTIME)

setup:
	@bash tests/setup.sh $(APT)
