# SPDX-License-Identifier: GPL-3.0-or-later
"""Starling, a desktop BitTorrent client that explains the swarm."""

__version__ = "0.1.0"
