# SPDX-License-Identifier: GPL-3.0-or-later
"""The Swarm tab: cards that say what the protocol does with the selected torrent, and why."""
