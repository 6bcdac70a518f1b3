# Everything that people and machines run here. Each target sets up what it needs beyond the Swift
# toolchain: Debian packages by apt, and for the cluster a Kubernetes API server that is built once
# into a cache folder outside the checkout (see Scripts/build-kube-apiserver.sh).

SWIFT ?= swift
# Statically linked with Swift's own library: what is installed beside a Git server needs no toolchain.
RELEASE := env SWIFT=$(SWIFT) Scripts/build-release.sh
BIN := $(CURDIR)/.build/release

.PHONY: build test soak fuzz demo demo-cluster bench mutants lint lint-chart format packages test-packages kubernetes clean

build: packages
	$(RELEASE)

# The end-to-end tests run the programs as they ship.
test: test-packages kubernetes
	$(RELEASE)
	SALLYPORT_BIN=$(BIN) $(SWIFT) test

# 500 pushes by 50 clients while processes are killed; minutes.
soak: test-packages
	@Scripts/quietly.sh "building the programs in release (minutes, the first time)" $(RELEASE)
	@Scripts/soak.sh $(BIN)

# Readers of outside text under libFuzzer, FUZZ_SECONDS (10) each.
fuzz: test-packages
	@SWIFT=$(SWIFT) Scripts/fuzz.sh

demo: test-packages
	@Scripts/quietly.sh "building the programs in release (minutes, the first time)" $(RELEASE)
	@Scripts/demo.sh $(BIN)

demo-cluster: test-packages
	@Scripts/quietly.sh "building the programs in release (minutes, the first time)" $(RELEASE)
	@Scripts/demo-cluster.sh $(BIN)

bench: test-packages
	@Scripts/quietly.sh "building the programs in release (minutes, the first time)" $(RELEASE)
	@Scripts/bench.sh $(BIN)

# Takes each check of the push gate away and sees whether a test notices; hours. Scripts/mutants.py NAME… runs some.
mutants: test-packages
	@Scripts/mutants.py

lint:
	$(SWIFT) format lint --recursive --strict Package.swift Sources Tests Benchmarks

# The chart and the registration's conditions, by Helm's and a CEL engine from PyPI.
lint-chart:
	@Scripts/lint-chart.sh

format:
	$(SWIFT) format format --in-place --recursive Package.swift Sources Tests Benchmarks

packages:
	@Scripts/install-packages.sh build

test-packages:
	@Scripts/install-packages.sh test

kubernetes: test-packages
	@Scripts/build-kube-apiserver.sh >/dev/null

clean:
	rm -rf .build Benchmarks/.build
