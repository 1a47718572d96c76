# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what lives as long as the process, with a window or without."""
