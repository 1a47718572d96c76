# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of why a torrent does not move: causes, words, and swarms in which they were arranged."""
