# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane below the torrent list: what is known about the selected torrent, a tab for each kind of fact."""
