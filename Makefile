# What a developer runs. Everything but the benchmarks is in start.py as well, for machines without make.
PYTHON ?= python3
OUT ?= benchmarks.json

.PHONY: run test bench

run:
	$(PYTHON) start.py

test:
	$(PYTHON) start.py test

# Every claim at a small size, under ten minutes on two cores; needs requirements-bench.txt. Figures as JSON in $(OUT).
bench:
	rm -f $(OUT)
	$(PYTHON) -m benchmarks.parse --megabytes 3 --hostile 1 --json $(OUT)
	$(PYTHON) -m benchmarks.sentiment --json $(OUT)
	$(PYTHON) -m benchmarks.quotations --json $(OUT)
	$(PYTHON) -m benchmarks.dates --json $(OUT)
	$(PYTHON) -m benchmarks.ingest --json $(OUT)
	$(PYTHON) -m benchmarks.queries --json $(OUT)
	$(PYTHON) -m benchmarks.dashboard --repeat 4 --json $(OUT)
