# SPDX-License-Identifier: GPL-3.0-or-later
"""A catalogue of all settings of libtorrent: limits, words, who decides them. Their defaults: `engine.defaults`."""
