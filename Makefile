# make lab           open the course in JupyterLab (makes .venv first)
# make test          run what CI runs: lint, content, verify, tests
# make thorough      judge every known answer in both judges, and prove the checks at many salts: half an hour
# make system-deps   install the system packages that some tests need
# make lock          resolve the dependencies of pyproject.toml anew

.PHONY: lab test thorough system-deps lock
.SILENT:

lab:
	.ci/with-python environment.py learner
	.venv/bin/course lab

test:
	.ci/with-python stages.py

thorough:
	.ci/with-python stages.py thorough

system-deps:
	.ci/system-deps

lock:
	.ci/with-python lock.py
