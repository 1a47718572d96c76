# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a torrent does not move: causes, evidence, words."""
