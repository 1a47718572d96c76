# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the engine, with real sessions, real peers and real disks."""
