# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine: the only part of Starling that knows libtorrent; `starling.engine.engine` is its face."""
