# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what happens by itself, with real folders, real programs and a real engine."""
