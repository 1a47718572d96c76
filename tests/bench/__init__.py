# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks: each `bench_*.py` prints a table; `python -m tests.bench` runs them all."""
