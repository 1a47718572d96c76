# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of remote control, over real connections to a real engine."""
