# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of notifications, over a real bus."""
