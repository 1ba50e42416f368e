# The named commands. Each is one line: a command of the course or a standard tool.
PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin

course: ## Set up if needed, build the book in both languages, serve book and exercises (PORT=8000)
	@$(PYTHON) src/qcourse/bootstrap.py && exec $(BIN)/qcourse course --port $(PORT)

test: ## Set up with test tools, build the book, then test package, content and site
	@$(PYTHON) src/qcourse/bootstrap.py --test && $(BIN)/qcourse book && $(BIN)/python -m pytest -n auto --dist worksteal

book: ## Build out/site/en, out/site/fr and out/site/index.html
	@$(PYTHON) src/qcourse/bootstrap.py && $(BIN)/qcourse book

check: ## Format, lint, types, layers, content and terms, without building the book
	@$(PYTHON) src/qcourse/bootstrap.py --test && $(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/python -m pytest -q tests/test_layers.py tests/test_content.py tests/test_terms.py

slides: ## Write the slides of the modules and of the workshop into out/slides
	@$(PYTHON) src/qcourse/bootstrap.py && $(BIN)/qcourse slides

locale: ## Bring the French catalogs up to date with the English pages
	@$(PYTHON) src/qcourse/bootstrap.py && $(BIN)/qcourse locale

balance: ## Search for the best play of Table Q and say whether no action, answer or recipe wins (some minutes)
	@$(PYTHON) src/qcourse/bootstrap.py --test && nice $(BIN)/python -m tests.benchmarks.balance

packages: ## Write out/packages: half-day kit, offline site, handbook, learning platforms, exercise kits (needs Chromium)
	@$(PYTHON) src/qcourse/bootstrap.py && $(BIN)/qcourse slides && $(BIN)/qcourse table-kit && $(BIN)/qcourse packages

lighthouse: ## Median of three Lighthouse runs on the built site (needs Node.js and Chromium)
	@$(PYTHON) src/qcourse/bootstrap.py --test && $(BIN)/qcourse book && $(BIN)/python tests/benchmarks/lighthouse.py

clean: ## Remove what the project generates; never a learner's work
	@$(PYTHON) src/qcourse/bootstrap.py && $(BIN)/qcourse clean

.PHONY: course test book check slides locale balance packages lighthouse clean
